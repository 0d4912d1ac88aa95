import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next, untilStatus } from '../support/wait-for.js';

describe.each(controlledTargets)('A crowd of clients of $name', ({ version }) => {
  const lab = useServer(version);

  it('comes online in the end, though fifty at most may be logging in at a time', async () => {
    const reconnect = { initialDelayMs: 20, maxDelayMs: 200 };
    const crowd = Array.from({ length: 120 }, () => lab.connect({ events: false, reconnect }));
    const causes = new Set<string>();
    for (const ami of crowd) {
      ami.status$.subscribe((status) => {
        if (status.state === 'waiting') causes.add(`${status.cause.name} ${status.cause.message}`);
      });
    }
    await Promise.all(crowd.map((ami) => untilStatus(ami, 'online')));
    await Promise.all(crowd.map((ami) => next(ami.request('Ping'))));
    const { host, port } = lab.server;
    const turnedAway = `tcp://${host}:${port} closed the connection without a greeting`;
    expect([...causes].filter((cause) => cause !== `ConnectError ${turnedAway}`)).toEqual([]);
  });
});

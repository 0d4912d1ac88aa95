import { ConnectError } from '../../../lib/index.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next, untilStatus } from '../support/wait-for.js';

describe.each(controlledTargets)('A crowd of clients of $name', ({ version }) => {
  const lab = useServer(version);

  it('comes online in the end, though fifty at most may be logging in at a time', async () => {
    // Those who find the queue of the kernel full are connected, but not before long: new ones get in.
    const impatient = {
      connectTimeoutMs: 1_000,
      reconnect: { initialDelayMs: 20, maxDelayMs: 200 },
    };
    const crowd = Array.from({ length: 120 }, () => lab.connect({ events: false, ...impatient }));
    const causes: unknown[] = [];
    for (const ami of crowd) {
      ami.status$.subscribe((status) => {
        if (status.state === 'waiting') causes.push(status.cause);
      });
    }
    await Promise.all(crowd.map((ami) => untilStatus(ami, 'online')));
    await Promise.all(crowd.map((ami) => next(ami.request('Ping'))));
    for (const cause of causes) expect(cause).toBeInstanceOf(ConnectError);
  });
});

import { ConnectError, ConnectionLostError } from '../../../lib/index.js';
import type { Status } from '../../../lib/index.js';
import { useServer } from '../support/lab.js';
import { Ledger } from '../support/ledger.js';
import { controlledTargets } from '../support/targets.js';
import { next, untilStatus } from '../support/wait-for.js';

const options = {
  // Long enough for the freeze to have taken effect, on a machine that has much else to do.
  keepAlive: { silenceMs: 800, deadlineMs: 300 },
  connectTimeoutMs: 300,
  reconnect: { initialDelayMs: 50, maxDelayMs: 100 },
};

describe.each(controlledTargets)('A frozen $name', ({ version }) => {
  const lab = useServer(version);

  it('is found out by its silence, and met again when it wakes up', async () => {
    const ami = await lab.online(options);
    const ledger = new Ledger(lab.server);
    const causes: unknown[] = [];
    ami.status$.subscribe((status: Status) => {
      if (status.state === 'waiting') causes.push(status.cause);
    });
    const heard = next(ami.event('UserEvent'));
    const frozenAt = Date.now();
    await lab.server.freeze();
    const inFlight = ledger.write(ami);
    await untilStatus(ami, 'waiting');
    expect(Date.now() - frozenAt).toBeLessThan(5_000);
    expect(await inFlight).toBe('unknown');
    expect(causes[0]).toBeInstanceOf(ConnectionLostError);
    expect(causes[0]).toHaveProperty('message', expect.stringContaining('not answered a Ping'));

    // Its kernel still takes connections, but nobody greets them.
    await next(ami.status$, (status) => status.state === 'waiting' && status.attempt > 1);
    expect(causes[1]).toBeInstanceOf(ConnectError);
    expect(causes[1]).toHaveProperty('phase', 'greeting');
    const held = ledger.write(ami);
    lab.server.thaw();
    await untilStatus(ami, 'online');
    expect(await held).toBe('answered');
    await next(ami.request('UserEvent', { UserEvent: 'Awake' }));
    await heard;
    expect(await ledger.audit()).toEqual({ answered: 1, unknown: 1, 'not-sent': 0 });
  });

  it('may be slow for a moment', async () => {
    const ami = await lab.online({ ...options, keepAlive: { silenceMs: 50, deadlineMs: 10_000 } });
    const states: string[] = [];
    ami.status$.subscribe(({ state }) => states.push(state));
    await lab.server.freeze();
    const pongs = [next(ami.request('Ping')), next(ami.request('Ping'))];
    await new Promise((resolve) => setTimeout(resolve, 300));
    lab.server.thaw();
    await Promise.all(pongs);
    expect(states).toEqual(['online']);
  });
});

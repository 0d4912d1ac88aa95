import { ConnectError, ConnectionLostError } from '../../../lib/index.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { errorOf, next, untilStatus } from '../support/wait-for.js';

const reconnect = { initialDelayMs: 5, maxDelayMs: 5, jitter: 'none' } as const;

describe.each(controlledTargets)('$name that stops and boots', ({ version }) => {
  const lab = useServer(version);

  it('is waited for, and logged in to while it boots', async () => {
    await lab.server.stop();
    const ami = lab.connect({ reconnect, bootTimeoutMs: 60_000 });
    const { cause } = await untilStatus(ami, 'waiting');
    expect(cause).toBeInstanceOf(ConnectError);
    expect(cause).toHaveProperty('phase', 'dial');
    const order: string[] = [];
    ami.responses$.subscribe(({ message }) => order.push(message ?? 'response'));
    ami.event('FullyBooted').subscribe(({ Event }) => order.push(Event));
    ami.status$.subscribe(({ state }) => {
      if (state === 'online') order.push(state);
    });
    const held = next(ami.collect('QueueStatus'));
    await lab.server.startBooting();
    await untilStatus(ami, 'online');
    expect(order.slice(-3)).toEqual(['Authentication accepted', 'FullyBooted', 'online']);
    expect((await held).entries).toHaveLength(6);
    await lab.server.untilBooted();
  });

  it('is online without that word where the user may not have it, and says so', async () => {
    await lab.server.stop();
    const url = lab.server.url('nosystem');
    const explained = ['boot-unconfirmed'] as const;
    const ami = lab.connect({ url, reconnect, bootTimeoutMs: 0, explained });
    await lab.server.startBooting();
    await untilStatus(ami, 'online');
    await next(ami.request('Ping'));
    await lab.server.untilBooted();
  });

  it('answers no command that stops it, so that its fate is unknown', async () => {
    const ami = await lab.online({ reconnect, explained: ['truncated-message'] });
    const other = await lab.online({ reconnect, explained: ['truncated-message'] });
    // Who gave the command is not told of the shutdown, either.
    const shutdown = next(other.event('Shutdown'));
    const command$ = ami.request('Command', { Command: 'core stop now' });
    const error = await errorOf(command$, ConnectionLostError);
    expect([error.outcome, error.action]).toEqual(['unknown', 'Command']);
    expect((await shutdown).Restart).toBe(false);
    await lab.server.stop();
    await lab.server.start();
    await Promise.all([untilStatus(ami, 'online'), untilStatus(other, 'online')]);
  });
});

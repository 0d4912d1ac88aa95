import { bufferCount, skip } from 'rxjs';
import { ConnectionLostError } from '../../../lib/index.js';
import type { Status } from '../../../lib/index.js';
import { call } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { Ledger } from '../support/ledger.js';
import { controlledTargets } from '../support/targets.js';
import { next, untilStatus } from '../support/wait-for.js';

const reconnect = { initialDelayMs: 50, maxDelayMs: 100 };

describe.each(controlledTargets)('A crash of $name', ({ version }) => {
  const lab = useServer(version);

  it('costs the session, and nothing else: what was subscribed to goes on', async () => {
    const ami = await lab.online({ reconnect, explained: ['truncated-message'] });
    const states: Status[] = [];
    ami.status$.subscribe((status) => states.push(status));
    const channels$ = ami.event('Newchannel').pipe(bufferCount(2));
    const before = next(channels$.pipe(skip(4)));
    const channels = new Set<string>();
    ami.event('Newchannel').subscribe((event) => channels.add(event.Uniqueid));
    for (let i = 0; i < 5; i += 1) await call(ami, '110');
    await before;
    expect(channels.size).toBe(10);

    const lost = untilStatus(ami, 'waiting');
    await lab.server.kill();
    expect((await lost).cause).toBeInstanceOf(ConnectionLostError);
    channels.clear();
    const after = next(channels$);
    await lab.server.start();
    await untilStatus(ami, 'online');
    await call(ami, '110');
    await after;
    expect(channels.size).toBe(2);
    expect([...new Set(states.map(({ state }) => state))]).toEqual([
      ...['online', 'waiting', 'connecting', 'authenticating'],
    ]);
    expect(states.at(-1)?.state).toBe('online');
  });

  it('leaves unknown what was in flight, sends once what was held, and nothing twice', async () => {
    const ami = await lab.online({ reconnect, explained: ['truncated-message'] });
    const ledger = new Ledger(lab.server);
    const lost = untilStatus(ami, 'waiting');
    // Under load: more are asked for as soon as some are answered, until the session is gone.
    const load = async (): Promise<void> => {
      while ((await ledger.write(ami)) === 'answered');
    };
    const loads = Array.from({ length: 100 }, load);
    for (let i = 0; i < 20; i += 1) void call(ami, '412').catch(() => undefined);
    await ledger.write(ami);
    for (let i = 0; i < 500; i += 1) void ledger.write(ami);
    await lab.server.kill();
    await lost;
    await Promise.all(loads);

    const held = Array.from({ length: 500 }, () => ledger.write(ami));
    expect(ami.pending).toBe(500);
    await lab.server.start();
    expect(new Set(await Promise.all(held))).toEqual(new Set(['answered']));
    const counts = await ledger.audit();
    expect(counts.unknown).toBeGreaterThan(0);
    expect(counts['not-sent']).toBe(0);
    for (const error of ledger.errors) expect(error).toBeInstanceOf(ConnectionLostError);
    expect(ami.pending).toBe(0);
  });

  it('takes a single session with it, for good', async () => {
    const ami = await lab.online({ reconnect: false, explained: ['truncated-message'] });
    await lab.server.kill();
    const { cause } = await untilStatus(ami, 'closed');
    expect(cause).toBeInstanceOf(ConnectionLostError);
    await expect(next(ami.request('Ping'))).rejects.toMatchObject({ outcome: 'not-sent' });
    await lab.server.start();
  });
});

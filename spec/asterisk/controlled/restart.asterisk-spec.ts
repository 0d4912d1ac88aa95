import { concatMap, filter, forkJoin, map, skip } from 'rxjs';
import type { Observable } from 'rxjs';
import { ActionError, ConnectError, ConnectionLostError } from '../../../lib/index.js';
import type { AmiClient } from '../../../lib/index.js';
import { call } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { waitUntil } from '../support/wait-until.js';
import { errorOf, next, untilStatus } from '../support/wait-for.js';

// So eager that each stage of going down and coming up is met with.
const reconnect = { initialDelayMs: 5, maxDelayMs: 5, jitter: 'none' } as const;

/** What late modules say when they are asked at the very moment when the client is online again. */
function askedAtOnce(ami: AmiClient): Observable<string[]> {
  const names = [
    'QueueStatus',
    'ConfbridgeListRooms',
    'ParkedCalls',
    'PJSIPShowEndpoints',
  ] as const;
  return ami.status$.pipe(
    skip(1),
    filter(({ state }) => state === 'online'),
    concatMap(() => forkJoin(names.map((name) => ami.collect(name)))),
    map((lists) => lists.map(({ entries }, i) => `${names[i] ?? ''} ${entries.length}`)),
  );
}

describe.each(controlledTargets)('A restart of $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });

  it('renews the session, which is online only when all modules are loaded', async () => {
    const ami = await lab.online({ reconnect, explained: ['truncated-message'] });
    const shutdowns: boolean[] = [];
    ami.event('Shutdown').subscribe((event) => shutdowns.push(event.Restart));
    for (let i = 0; i < 4; i += 1) {
      const answers = next(askedAtOnce(ami));
      await lab.server.restartInPlace();
      expect(await answers).toEqual([
        'QueueStatus 6',
        'ConfbridgeListRooms 0',
        'ParkedCalls 0',
        'PJSIPShowEndpoints 2',
      ]);
    }
    expect(shutdowns).toEqual([true, true, true, true]);
  });

  it('refuses logins while calls drain, which is not taken for wrong credentials', async () => {
    const inside = await lab.online();
    await call(inside, '110');
    const shutdown = lab.server.cli('core restart gracefully', 60_000);
    await waitUntil(() => errorOf(inside.request('Ping'), ActionError), {
      what: 'shutting down',
      timeoutMs: 10_000,
    });
    const ami = lab.connect({ reconnect });
    const refused = await untilStatus(ami, 'waiting');
    expect(refused.cause).toBeInstanceOf(ConnectError);
    expect(refused.cause.message).toBe('The server takes no login now: Asterisk is shutting down');
    await lab.server.cli('core abort shutdown');
    await shutdown;
    await untilStatus(ami, 'online');
    await Promise.all([next(ami.request('Ping')), next(inside.request('Ping'))]);
  });

  it('by an action is answered by the end of the connection', async () => {
    const ami = await lab.online({ reconnect, explained: ['truncated-message'] });
    const lost = untilStatus(ami, 'waiting');
    const command$ = ami.request('Command', { Command: 'core restart now' });
    const error = await errorOf(command$, ConnectionLostError);
    expect([error.outcome, error.action]).toEqual(['unknown', 'Command']);
    await lost;
    await untilStatus(ami, 'online');
    await next(ami.collect('QueueStatus'));
  });
});

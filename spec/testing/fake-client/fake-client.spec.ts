import { delay, firstValueFrom, lastValueFrom, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { AmiClient, AuthenticationError, ConnectionLostError } from '../../../lib/index.js';
import type { Message } from '../../../lib/index.js';
import { fakeClient } from '../../../lib/testing/fake-client/fake-client.js';
import { event } from '../../../lib/testing/marbles/event.js';
import { inShort } from '../../../lib/testing/marbles/in-short.js';
import { response } from '../../../lib/testing/marbles/response.js';
import { VirtualClock } from '../../../lib/testing/index.js';
import { marbles } from '../../support/marbles.js';
import { watch } from '../../support/watch.js';

const letters = {
  a: event('QueueCallerJoin', { Queue: 'support', Position: 1 }),
  b: event('QueueCallerJoin', { Queue: 'sales', Position: 2 }),
};
const joined = inShort('Queue');

/** Where a client stands, and why it waits. */
function stateOf(ami: AmiClient): Observable<string> {
  return ami.status$.pipe(
    map((status) =>
      status.state === 'waiting'
        ? `waiting: ${(status.cause.cause as Error).message}`
        : status.state,
    ),
  );
}

describe('A fake client', () => {
  it('is a real client, online when it is there, that waits for no time', () => {
    const clock = new VirtualClock();
    const { ami, actions } = fakeClient({ scheduler: clock });
    expect(ami).toBeInstanceOf(AmiClient);
    expect(watch(ami.status$).values).toEqual([{ state: 'online', attempt: 1, version: '11.0.0' }]);
    expect(actions).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('hears at once what is emitted, as messages, decoded, and as lines', () => {
    const fake = fakeClient();
    const events = watch(fake.ami.events$.pipe(map(joined))).values;
    const positions = watch(fake.ami.event('QueueCallerJoin')).values;
    const lines = watch(fake.ami.lines$).values;
    fake.emit(letters.a, letters.b);
    expect(events).toEqual(['QueueCallerJoin Queue=support', 'QueueCallerJoin Queue=sales']);
    expect(positions.map(({ Position }) => Position)).toEqual([1, 2]);
    expect(lines).toEqual([...letters.a.lines, '', ...letters.b.lines, '']);
    fake.ami.close();
  });

  it('hears marbles, several events in a frame too', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const events$ = hot('--a-(ab)-c-', { ...letters, c: [letters.a, letters.b] });
      const { ami } = fakeClient({ events$ });
      const queues$ = ami.event('QueueCallerJoin').pipe(map(({ Queue }) => Queue));
      expectObservable(queues$).toBe('  --s-(sq)-(sq)', { s: 'support', q: 'sales' });
      expectSubscriptions(events$.subscriptions).toBe('^');
    });
  });

  it('lets go of the events when it is closed', () => {
    marbles(({ hot, cold, expectObservable, expectSubscriptions }) => {
      const events$ = hot('--a--b', letters);
      const { ami } = fakeClient({ events$ });
      cold('---x').subscribe(() => {
        ami.close();
      });
      expectObservable(ami.events$.pipe(map(joined))).toBe('--a|', {
        a: 'QueueCallerJoin Queue=support',
      });
      expectSubscriptions(events$.subscriptions).toBe('^--!');
    });
  });

  it('goes on when the events end, and loses the connection when they fail', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const ends$ = cold<Message>('-|');
      const fails$ = cold<Message>('-#', undefined, new Error('cable cut'));
      const ending = fakeClient({ events$: ends$ }).ami;
      const failing = fakeClient({ events$: fails$ }).ami;
      const states = { o: 'online', w: 'waiting: cable cut', c: 'connecting', a: 'authenticating' };
      expectObservable(stateOf(ending)).toBe('o', states);
      expectObservable(stateOf(failing)).toBe('ow 999ms (cao)', states);
      expectSubscriptions(ends$.subscriptions).toBe('^!');
      expectSubscriptions(fails$.subscriptions).toBe('^!');
    });
  });

  it('tells of the actions that it sends, as they are sent', () => {
    const { ami, actions, actions$ } = fakeClient();
    const told = watch(actions$.pipe(map(inShort())));
    ami.request('Ping').subscribe({ error: () => undefined });
    ami.request('QueuePause', { Interface: 'PJSIP/alice', Paused: true }).subscribe({
      error: () => undefined,
    });
    expect(actions.map(inShort())).toEqual(['Ping', 'QueuePause Interface=PJSIP/alice Paused=yes']);
    expect(told.values).toEqual(actions.map(inShort()));
    ami.close();
    expect(told.isComplete).toBe(true);
  });

  it('ends in an orderly way', async () => {
    const { ami, actions } = fakeClient();
    const status = watch(ami.status$);
    await lastValueFrom(ami.end());
    expect(actions.map(inShort())).toEqual(['Logoff']);
    expect(status.values.at(-1)).toEqual({ state: 'closed' });
    expect(status.isComplete).toBe(true);
  });

  it('leaves no timer behind when it is closed, be it that it waits or is answered', () => {
    const clock = new VirtualClock();
    const lost = fakeClient({ scheduler: clock });
    lost.lose();
    const answered = fakeClient({
      scheduler: clock,
      answers: { Ping: of(response()).pipe(delay(1000, clock)) },
    });
    answered.ami.request('Ping').subscribe({ error: () => undefined });
    clock.advance(1);
    expect(clock.pending).not.toBe(0);
    for (const { ami } of [lost, answered]) ami.close();
    expect(clock.pending).toBe(0);
  });

  it('works in real time, with timers of its own', async () => {
    const { ami } = fakeClient({ answers: { Ping: response('Success', { Ping: 'Pong' }) } });
    const { values } = await firstValueFrom(ami.request('Ping'));
    expect(values).toMatchObject({ Ping: 'Pong' });
    ami.close();
  });
});

describe('A fake client that loses its session', () => {
  it('comes back a second later, is booted anew, and misses what happened meanwhile', () => {
    marbles(({ hot, cold, expectObservable }) => {
      const { a, b } = letters;
      const fake = fakeClient({ events$: hot('a 99ms - 300ms a 999ms b', { a, b }) });
      cold('100ms x').subscribe(() => {
        fake.lose();
      });
      const names$ = fake.ami.events$.pipe(map(({ name }) => name));
      expectObservable(names$).toBe('j 1099ms b 300ms j', {
        j: 'QueueCallerJoin',
        b: 'FullyBooted',
      });
    });
  });

  it('is refused for as long as it is told, with longer and longer delays', () => {
    marbles(({ cold, expectObservable }) => {
      const fake = fakeClient();
      cold('--x 4s y').subscribe((letter) => {
        if (letter === 'y') {
          fake.accept();
          return;
        }
        fake.refuse();
        fake.lose();
      });
      const states$ = fake.ami.status$.pipe(map(({ state }) => state.charAt(0)));
      expectObservable(states$).toBe('o-w 999ms (cw) 1996ms (cw) 3996ms (cao)');
    });
  });

  it('is at its end where its login is refused', () => {
    const fake = fakeClient({ scheduler: new VirtualClock(), refuses: 'login' });
    const { values } = watch(fake.ami.status$);
    expect(values).toEqual([
      { state: 'closed', cause: expect.any(AuthenticationError) as AuthenticationError },
    ]);
    expect(fake.actions).toEqual([]);
  });

  it('keeps to its own policy', () => {
    const fake = fakeClient({ reconnect: false });
    const events = watch(fake.ami.events$);
    fake.lose(new Error('cable cut'));
    expect(events.error).toBeInstanceOf(ConnectionLostError);
    expect(String(events.error)).toContain('cable cut');
  });
});

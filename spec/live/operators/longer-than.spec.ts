import { Subject, VirtualTimeScheduler } from 'rxjs';
import type { Call } from '../../../lib/live/calls/call.js';
import type { Change } from '../../../lib/live/core/change.js';
import { longerThan } from '../../../lib/live/operators/longer-than.js';
import { marbles } from '../../support/marbles.js';
import { added, callOf, removed, updated } from './changes.js';

const ringing = callOf({ state: 'ringing' });
const up = (answeredAt: number, said: Partial<Call> = {}): Call =>
  callOf({ state: 'up', answeredAt, ...said });
const over = (call: Call): Call => ({ ...call, state: 'ended', result: 'answered' });

describe('longerThan', () => {
  it('emits a call once so long after it was answered, as it was answered', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const held: Call = { ...up(3), state: 'held' };
      const change$ = hot('-a-b-c-----------d-|', {
        a: added(ringing),
        b: updated(ringing, up(3)),
        c: updated(up(3), held),
        d: updated(held, up(3)),
      });
      expectObservable(change$.pipe(longerThan(6))).toBe('---------e---------|', { e: up(3) });
      expectSubscriptions(change$.subscriptions).toBe('^------------------!');
    });
  });

  it('does not emit a call that is over by then, or gone', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const other = up(2, { id: 'b' });
      const change$ = hot('-ab-cd----|', {
        a: added(up(1)),
        b: added(other),
        c: updated(up(1), over(up(1))),
        d: removed(other),
      });
      expectObservable(change$.pipe(longerThan(4))).toBe('----------|');
      expectSubscriptions(change$.subscriptions).toBe('^---------!');
    });
  });

  it('emits at once what has gone on for longer already', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('--a--b---|', {
        a: added(up(-100), 'seed'),
        b: added(up(2, { id: 'b' }), 'resync'),
      });
      const expected = { a: up(-100), b: up(2, { id: 'b' }) };
      expectObservable(change$.pipe(longerThan(5))).toBe('--a----b-|', expected);
      expectSubscriptions(change$.subscriptions).toBe('^--------!');
    });
  });

  it('counts anew for a call that is answered anew', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const queued = callOf({ state: 'queued' });
      const change$ = hot('-a-b--c------|', {
        a: added(up(1)),
        b: updated(up(1), queued),
        c: updated(queued, up(6)),
      });
      expectObservable(change$.pipe(longerThan(5))).toBe('-----------c-|', { c: up(6) });
      expectSubscriptions(change$.subscriptions).toBe('^------------!');
    });
  });

  it('emits a call twice that has gone on for so long twice', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('a---b----|', { a: added(up(0)), b: updated(up(0), up(4)) });
      const expected = { a: up(0), b: up(4) };
      expectObservable(change$.pipe(longerThan(2))).toBe('--a---b--|', expected);
      expectSubscriptions(change$.subscriptions).toBe('^--------!');
    });
  });

  it('counts for each call by itself, also for another one under the same key', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const other = up(2, { id: 'b' });
      const change$ = hot('-abcd--------|', {
        a: added(up(1)),
        b: added(other),
        c: removed(up(1)),
        d: added(up(4)),
      });
      const expected = { b: other, d: up(4) };
      expectObservable(change$.pipe(longerThan(5))).toBe('-------b-d---|', expected);
      expectSubscriptions(change$.subscriptions).toBe('^------------!');
    });
  });

  it('completes with its source when the calls that are up have come', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('a-|', { a: added(up(0)) });
      expectObservable(change$.pipe(longerThan(5))).toBe('-----(a|)', { a: up(0) });
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('completes with its source at once when no call is up', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('ab|', { a: added(up(0)), b: updated(up(0), over(up(0))) });
      expectObservable(change$.pipe(longerThan(5))).toBe('--|');
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('errors with its source, and not later', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('a-#', { a: added(up(0)) }, 'lost');
      expectObservable(change$.pipe(longerThan(5))).toBe('--#', undefined, 'lost');
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('leaves its source with its subscriber, and serves each by itself', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('-a----b', { a: added(up(1)), b: updated(up(1), up(6)) });
      const call$ = change$.pipe(longerThan(3));
      expectObservable(call$, '^-!').toBe('');
      expectObservable(call$, '^-----!').toBe('----a', { a: up(1) });
      expectObservable(call$, '--^---------!').toBe('---------b', { b: up(6) });
      expectSubscriptions(change$.subscriptions).toBe(['^-!', '^-----!', '--^---------!']);
    });
  });

  describe('on a scheduler', () => {
    const begin = () => {
      const scheduler = new VirtualTimeScheduler();
      const change$ = new Subject<Change<Call>>();
      const subscription = change$.pipe(longerThan(60_000, scheduler)).subscribe({
        error: () => undefined,
      });
      change$.next(added(up(0)));
      change$.next(added(up(0, { id: 'b' })));
      return { scheduler, change$, subscription };
    };

    it('has a timer for each call that is up', () => {
      expect(begin().scheduler.actions.map(({ delay }) => delay)).toEqual([60_000, 60_000]);
    });

    it('has none left when a call is over', () => {
      const { scheduler, change$ } = begin();
      change$.next(updated(up(0), over(up(0))));
      expect(scheduler.actions).toHaveLength(1);
      change$.next(removed(up(0, { id: 'b' })));
      expect(scheduler.actions).toHaveLength(0);
    });

    it('has none left after unsubscribing', () => {
      const { scheduler, subscription, change$ } = begin();
      subscription.unsubscribe();
      expect(scheduler.actions).toHaveLength(0);
      expect(change$.observed).toBe(false);
    });

    it('has none left after an error', () => {
      const { scheduler, change$ } = begin();
      change$.error(new Error('lost'));
      expect(scheduler.actions).toHaveLength(0);
    });
  });
});

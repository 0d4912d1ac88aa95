import type { OperatorFunction } from 'rxjs';
import type { Call } from '../../../lib/live/calls/call.js';
import type { Change } from '../../../lib/live/core/change.js';
import { answered } from '../../../lib/live/operators/answered.js';
import { becoming } from '../../../lib/live/operators/becoming.js';
import { ended } from '../../../lib/live/operators/ended.js';
import { held } from '../../../lib/live/operators/held.js';
import { missed } from '../../../lib/live/operators/missed.js';
import { parked } from '../../../lib/live/operators/parked.js';
import { queued } from '../../../lib/live/operators/queued.js';
import { ringing } from '../../../lib/live/operators/ringing.js';
import { marbles } from '../../support/marbles.js';
import { added, callOf, removed, updated } from './changes.js';

const answer = { at: 5, channelId: 'x', party: { number: '101', name: undefined } };

/** Each with a call that it lets pass, and one that it does not. */
const operators: [string, () => OperatorFunction<Change<Call>, Call>, Call, Call][] = [
  ['ringing', ringing, callOf({ state: 'ringing' }), callOf({ state: 'up' })],
  ['queued', queued, callOf({ state: 'queued' }), callOf({ state: 'ringing' })],
  ['answered', answered, callOf({ answer }), callOf({ answeredAt: 5 })],
  ['held', held, callOf({ state: 'held' }), callOf({ state: 'up' })],
  ['parked', parked, callOf({ state: 'parked' }), callOf({ state: 'held' })],
  ['ended', ended, callOf({ state: 'ended', result: 'busy' }), callOf({ mergedInto: 'b' })],
  [
    'missed',
    missed,
    callOf({ state: 'ended', result: 'abandoned' }),
    callOf({ state: 'ended', result: 'answered' }),
  ],
  [
    'becoming',
    () => becoming(({ isRecorded }) => isRecorded),
    callOf({ isRecorded: true }),
    callOf(),
  ],
];

describe.each(operators)('%s', (_, operator, yes, no) => {
  const before = callOf();
  const later: Call = { ...yes, talkMs: 7 };

  it('emits a call once when it has come that far, as it is then', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('-a-b-c-d-e-|', {
        a: added(before),
        b: updated(before, yes),
        c: updated(yes, later),
        d: updated(later, no),
        e: removed(no),
      });
      expectObservable(change$.pipe(operator())).toBe('---b-------|', { b: yes });
      expectSubscriptions(change$.subscriptions).toBe('^----------!');
    });
  });

  it('emits a call again that comes that far again', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('-b-c-d-|', {
        b: updated(before, yes),
        c: updated(yes, no),
        d: updated(no, later),
      });
      expectObservable(change$.pipe(operator())).toBe('-b---d-|', { b: yes, d: later });
      expectSubscriptions(change$.subscriptions).toBe('^------!');
    });
  });

  it('emits a call that begins so, but not one that was so before', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('a-b-c-|', {
        a: added(yes, 'seed'),
        b: added(yes, 'resync'),
        c: added(later),
      });
      expectObservable(change$.pipe(operator())).toBe('--b-c-|', { b: yes, c: later });
      expectSubscriptions(change$.subscriptions).toBe('^-----!');
    });
  });

  it('does not emit a call that goes', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('a-|', { a: removed(yes) });
      expectObservable(change$.pipe(operator())).toBe('--|');
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('errors with its source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('a-#', { a: updated(before, yes) }, 'lost');
      expectObservable(change$.pipe(operator())).toBe('a-#', { a: yes }, 'lost');
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('leaves its source with its subscriber, and serves each by itself', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('-a--b', { a: updated(before, yes), b: updated(before, later) });
      const call$ = change$.pipe(operator());
      expectObservable(call$, '^-!').toBe('-a', { a: yes });
      expectObservable(call$, '--^--!').toBe('----b', { b: later });
      expectSubscriptions(change$.subscriptions).toBe(['^-!', '--^--!']);
    });
  });
});

describe('answered', () => {
  it('emits a call once more when somebody else answers it', () => {
    const first = callOf({ answer });
    const waits: Call = { ...first, state: 'queued' };
    const second: Call = { ...first, answer: { ...answer, at: 9, channelId: 'y' } };
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('-a-b-c-|', {
        a: added(first),
        b: updated(first, waits),
        c: updated(waits, second),
      });
      expectObservable(change$.pipe(answered())).toBe('-a---c-|', { a: first, c: second });
      expectSubscriptions(change$.subscriptions).toBe('^------!');
    });
  });
});

describe('becoming', () => {
  it('errors where its condition throws', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('-a', { a: added(callOf()) });
      const call$ = change$.pipe(
        becoming((): boolean => {
          throw new Error('cannot');
        }),
      );
      expectObservable(call$).toBe('-#', undefined, new Error('cannot'));
      expectSubscriptions(change$.subscriptions).toBe('^!');
    });
  });
});

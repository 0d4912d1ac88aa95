import type { MonoTypeOperatorFunction } from 'rxjs';
import type { Call, QueueVisit } from '../../../lib/live/calls/call.js';
import type { Change } from '../../../lib/live/core/change.js';
import { ended } from '../../../lib/live/operators/ended.js';
import { inQueue } from '../../../lib/live/operators/in-queue.js';
import { involving } from '../../../lib/live/operators/involving.js';
import { marbles } from '../../support/marbles.js';
import { added, callOf, dialTo, removed, updated } from './changes.js';

const visit = (queue: string, leftAt?: number): QueueVisit => ({
  queue,
  channelId: 'a',
  joinedAt: 0,
  leftAt,
  agent: undefined,
  isAbandoned: false,
});

const legOf = (number: string): Call['legs'][number] => ({
  channelId: 'x',
  channel: 'PJSIP/x',
  party: { number, name: undefined },
  state: 'up',
  isLocal: false,
  isHeld: false,
  startedAt: 0,
  answeredAt: undefined,
  endedAt: 3,
  hangup: undefined,
});

/** Each with calls that it lets pass, and others. */
const operators: [string, () => MonoTypeOperatorFunction<Change<Call>>, Call[], Call[]][] = [
  [
    'inQueue',
    () => inQueue('support'),
    [callOf({ queue: visit('support') }), callOf({ queue: visit('support', 9) })],
    [callOf(), callOf({ queue: visit('sales') }), callOf({ queue: visit('support2') })],
  ],
  [
    'involving',
    () => involving('1001'),
    [
      callOf({ caller: { number: '1001', name: undefined } }),
      callOf({ dials: [dialTo('1002'), dialTo('1001')] }),
      callOf({ legs: [legOf('1002'), legOf('1001')] }),
    ],
    [
      callOf(),
      callOf({
        caller: { number: '2', name: '1001' },
        dials: [dialTo('10011')],
        legs: [legOf('100')],
      }),
    ],
  ],
];

describe.each(operators)('%s', (_, operator, passing, others) => {
  const [yes = callOf()] = passing;
  const no = callOf({ state: 'up' });

  it('lets the changes of its calls pass as they are', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      for (const call of passing) {
        const changes = { a: added(call, 'seed'), b: updated(no, call), c: removed(call) };
        const change$ = cold('abc|', changes);
        expectObservable(change$.pipe(operator())).toBe('abc|', changes);
        expectSubscriptions(change$.subscriptions).toBe('^--!');
      }
    });
  });

  it('lets no changes of others pass', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      for (const call of others) {
        const change$ = cold('abc|', { a: added(call), b: updated(call, no), c: removed(call) });
        expectObservable(change$.pipe(operator())).toBe('---|');
        expectSubscriptions(change$.subscriptions).toBe('^--!');
      }
    });
  });

  it('errors with its source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('a#', { a: added(yes) }, 'lost');
      expectObservable(change$.pipe(operator())).toBe('a#', { a: added(yes) }, 'lost');
      expectSubscriptions(change$.subscriptions).toBe('^!');
    });
  });

  it('leaves its source with its subscriber', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('-a-b', { a: added(yes), b: added(yes) });
      expectObservable(change$.pipe(operator()), '^-!').toBe('-a', { a: added(yes) });
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('goes before another operator', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const over: Call = { ...yes, state: 'ended', result: 'abandoned' };
      const other = callOf({ state: 'ended', result: 'abandoned' });
      const change$ = cold('ab|', { a: updated(no, other), b: updated(yes, over) });
      expectObservable(change$.pipe(operator(), ended())).toBe('-b|', { b: over });
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });
});

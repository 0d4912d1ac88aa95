import { started } from '../../../lib/live/operators/started.js';
import { marbles } from '../../support/marbles.js';
import { added, callOf, removed, updated } from './changes.js';

const first = callOf();
const second = callOf({ id: 'b' });

describe('started', () => {
  it('emits what begins, and neither changes nor ends', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const up = callOf({ state: 'up' });
      const change$ = hot('-a-b-c-d-|', {
        a: added(first),
        b: updated(first, up),
        c: added(second),
        d: removed(up),
      });
      expectObservable(change$.pipe(started())).toBe('-a---c---|', { a: first, c: second });
      expectSubscriptions(change$.subscriptions).toBe('^--------!');
    });
  });

  it('does not emit what was there before, but what began while the session was lost', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('ab|', { a: added(first, 'seed'), b: added(second, 'resync') });
      expectObservable(change$.pipe(started())).toBe('-b|', { b: second });
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('errors with its source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const change$ = cold('a-#', { a: added(first) }, 'lost');
      expectObservable(change$.pipe(started())).toBe('a-#', { a: first }, 'lost');
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });

  it('leaves its source with its subscriber', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const change$ = hot('-a-b', { a: added(first), b: added(second) });
      expectObservable(change$.pipe(started()), '^-!').toBe('-a', { a: first });
      expectSubscriptions(change$.subscriptions).toBe('^-!');
    });
  });
});

import fc from 'fast-check';
import { interval, take, timer } from 'rxjs';
import { VirtualClock } from '../../lib/testing/virtual-clock.js';
import { watch } from '../support/watch.js';

describe('VirtualClock', () => {
  it('does what is due, in the order of time and then of asking, and no more', () => {
    const clock = new VirtualClock();
    const done: string[] = [];
    for (const [name, ms] of Object.entries({ c: 20, a: 10, d: 20, b: 10, e: 21 })) {
      clock.schedule(() => done.push(`${name}${clock.now()}`), ms);
    }
    clock.advance(20);
    expect(done).toEqual(['a10', 'b10', 'c20', 'd20']);
    expect([clock.now(), clock.pending]).toEqual([20, 1]);
  });

  it('does what is asked for meanwhile as well, if it is due', () => {
    const clock = new VirtualClock();
    const done: number[] = [];
    clock.schedule(() => {
      clock.schedule(() => done.push(clock.now()), 5);
      clock.schedule(() => done.push(clock.now()), 6);
    }, 10);
    clock.advance(15);
    expect(done).toEqual([15]);
  });

  it('forgets what is unsubscribed from, and never does what is never due', () => {
    const clock = new VirtualClock();
    const seen = watch(timer(5, clock));
    clock.schedule(() => seen.values.push(0), Infinity);
    seen.subscription.unsubscribe();
    expect(clock.pending).toBe(0);
    clock.advance(1e9);
    expect(seen.values).toEqual([]);
  });

  it('repeats for as long as you like', () => {
    const clock = new VirtualClock();
    const ticks = watch(interval(1, clock));
    clock.advance(100_000);
    expect(ticks.values).toHaveLength(100_000);
    ticks.subscription.unsubscribe();
    expect(clock.pending).toBe(0);
    const few = watch(interval(10, clock).pipe(take(3)));
    clock.advance(1000);
    expect([few.values, few.isComplete, clock.pending]).toEqual([[0, 1, 2], true, 0]);
  });

  it('sorts any tasks, some of which are taken back', () => {
    const tasks = fc.array(fc.record({ ms: fc.nat(50), isDropped: fc.boolean() }));
    fc.assert(
      fc.property(tasks, (all) => {
        const clock = new VirtualClock();
        const done: { ms: number; index: number }[] = [];
        const subscriptions = all.map(({ ms }, index) =>
          clock.schedule(() => done.push({ ms, index }), ms),
        );
        all.forEach(({ isDropped }, index) => {
          if (isDropped) subscriptions[index]?.unsubscribe();
        });
        const left = all.flatMap(({ ms, isDropped }, index) => (isDropped ? [] : [{ ms, index }]));
        expect(clock.pending).toBe(left.length);
        clock.advance(50);
        expect(done).toEqual(left.sort((a, b) => a.ms - b.ms || a.index - b.index));
        expect(clock.pending).toBe(0);
      }),
    );
  });
});

import { liveCalls } from '../../../../lib/live/index.js';
import { Exchange, VirtualClock } from '../../../../lib/testing/index.js';
import { watch } from '../../../support/watch.js';

const clock = new VirtualClock();
let exchange: Exchange;

beforeEach(() => {
  exchange = new Exchange({ scheduler: clock });
});

afterEach(() => exchange.close());

describe('skipped', () => {
  it('is empty where each step could be taken', () => {
    const call = exchange.call({ from: '2025550123', to: 'alice' });
    call.wait(10).answer().hold().unhold().park().retrieve('bob').wait(10).hangUp();
    clock.advance(60_000);
    expect(watch(call.ended$).isComplete).toBe(true);
    expect(call.skipped).toEqual([]);
  });

  it('names the steps for which the call was over', () => {
    const call = exchange.call({ from: '2025550123', to: 'alice' });
    call.reject().answer().transfer('bob').hangUp();
    expect(call.skipped).toEqual([]);
    clock.advance(60_000);
    expect(call.skipped).toEqual(['answer', 'transfer', 'hangUp']);
  });

  it('names a step that was not possible for two minutes', () => {
    const call = exchange.call({ from: '2025550123', to: '5000' }).answer().wait(10).hangUp();
    clock.advance(119_999);
    expect(call.skipped).toEqual([]);
    clock.advance(1000);
    expect(call.skipped).toEqual(['answer']);
    expect(watch(call.ended$).isComplete).toBe(true);
  });
});

describe('pickUp', () => {
  it('lets a phone take a call that rings at another one', () => {
    const ami = exchange.connect();
    const calls = liveCalls(ami);
    const seen = watch(calls.changes$);
    const picked = watch(ami.event('Pickup'));
    clock.advance(1000);
    const call = exchange.call({ from: '2025550123', to: 'alice' }).wait(2000).pickUp('bob');
    clock.advance(5000);
    expect(picked.values.map(({ Channel, TargetChannel }) => [Channel, TargetChannel])).toEqual([
      [expect.stringMatching(/^PJSIP\/bob-/), expect.stringMatching(/^PJSIP\/alice-/)],
    ]);
    const bob = { number: '1002', name: 'Bob' };
    expect([...calls.current.values()]).toMatchObject([
      { state: 'up', caller: { number: '2025550123' }, callee: bob, answer: { party: bob } },
    ]);
    call.hangUp('callee');
    clock.advance(1000);
    expect(calls.current.size).toBe(0);
    expect(call.skipped).toEqual([]);
    const results = seen.values.flatMap(({ value }) => value?.result ?? []);
    expect(results).toEqual(['answered']);
    ami.close();
  });

  it('is left out where nothing rings', () => {
    const call = exchange.call({ from: '2025550123', to: 'alice' }).answer().hangUp().pickUp('bob');
    clock.advance(10_000);
    expect(call.skipped).toEqual(['pickUp']);
  });
});

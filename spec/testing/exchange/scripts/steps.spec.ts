import type { Call } from '../../../../lib/live/index.js';
import { liveCalls } from '../../../../lib/live/index.js';
import { Exchange, VirtualClock } from '../../../../lib/testing/index.js';
import type { CallScript } from '../../../../lib/testing/index.js';
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

describe('a consultation', () => {
  const talk = () => exchange.call({ from: '2025550123', to: 'alice' }).answer().wait(1000);
  let calls: ReadonlyMap<string, Call>;

  beforeEach(() => {
    const live = liveCalls(exchange.connect());
    live.changes$.subscribe();
    calls = live.current;
    clock.advance(1000);
  });

  /** `<state> <caller> <callee>` of each call. */
  const seen = () =>
    [...calls.values()].map(({ state, caller, callee }) =>
      [state, caller.number, callee?.number].join(' '),
    );

  it.each<[string, (call: CallScript) => CallScript]>([
    ['that rings', (call) => call.wait(1000)],
    ['in which they talk', (call) => call.wait(1000).answer().wait(1000)],
  ])('%s can be cancelled', (_, goOn) => {
    const call = goOn(talk().consult('bob')).cancel().wait(1000);
    clock.advance(10_000);
    expect(seen()).toEqual(['up 2025550123 1001']);
    call.hangUp('callee');
    clock.advance(1000);
    expect(seen()).toEqual([]);
    expect(call.skipped).toEqual([]);
  });

  it('leaves who called as caller, though the caller has transferred', () => {
    const call = talk().consult('bob', 'caller').answer().complete().wait(1000).hangUp();
    clock.advance(10_000);
    expect(call.skipped).toEqual([]);
    expect(watch(call.ended$).isComplete).toBe(true);
  });

  it('leaves him as caller after a blind transfer by the caller', () => {
    const call = talk().transfer('bob', 'caller').answer().wait(1000).hangUp();
    clock.advance(10_000);
    expect(call.skipped).toEqual([]);
    expect(watch(call.ended$).isComplete).toBe(true);
  });

  it('with a conference cannot be completed', () => {
    exchange.call({ from: 'carol', to: '3000' });
    const call = talk().consult('3000').wait(1000).complete();
    clock.advance(10_000);
    expect(call.skipped).toEqual(['complete']);
  });
});

it('who has hung up puts nobody on hold', () => {
  const call = exchange.call({ from: '2025550123', to: 'alice' }).answer().wait(10).hangUp();
  call.hold();
  clock.advance(10_000);
  expect(call.skipped).toEqual(['hold']);
});

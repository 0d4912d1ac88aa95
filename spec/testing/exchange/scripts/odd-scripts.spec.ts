import { Exchange, VirtualClock } from '../../../../lib/testing/index.js';
import { watch } from '../../../support/watch.js';

describe('what a script cannot do', () => {
  const exchange = new Exchange({ scheduler: new VirtualClock() });
  const call = () => exchange.call({ from: '2025550124', to: 'bob' });

  afterAll(() => exchange.close());

  it.each([
    ['let a phone call', () => exchange.call({ from: 'ghost', to: 'bob' })],
    ['let a phone retrieve a call', () => call().retrieve('ghost')],
    ['let a phone pick up a call', () => call().pickUp('ghost')],
    ['let a phone join a queue', () => exchange.queue('support').join('ghost')],
  ])('is to %s that is not there', (_, act) => {
    expect(act).toThrow('There is no phone ghost');
  });

  it.each([
    ['call', () => exchange.call({ from: 'alice', to: '999' })],
    ['transfer a call to', () => call().transfer('999')],
    ['consult', () => call().consult('999')],
  ])('is to %s what the dialplan does not have', (_, act) => {
    expect(act).toThrow('The dialplan has no extension 999');
  });

  it('is to have a side act that there is not', () => {
    const side = 'calle' as 'callee';
    expect(() => call().hangUp(side)).toThrow('A call has no side calle');
    expect(() => call().hold(side)).toThrow(RangeError);
  });

  it.each([-1, NaN])('is to wait for %p ms', (ms) => {
    const call = exchange.call({ from: '2025550124', to: 'bob' });
    expect(() => call.wait(ms)).toThrow(RangeError);
    expect(() => {
      new VirtualClock().advance(ms);
    }).toThrow(RangeError);
  });

  it.each([0, -1, NaN])('is to begin %p calls a second', (callsPerSecond) => {
    expect(watch(exchange.traffic({ callsPerSecond })).error).toBeInstanceOf(RangeError);
  });
});

it.each<[Record<string, number>, string]>([
  [{ nope: 1 }, 'There is no kind of call nope'],
  [{}, 'No kind of call in the mix is possible on this exchange'],
  [{ queue: 1 }, 'No kind of call in the mix is possible on this exchange'],
])('a traffic of the mix %j, where there are no queues, errors', (mix, message) => {
  const exchange = new Exchange({ scheduler: new VirtualClock(), queues: '' });
  const seen = watch(exchange.traffic({ callsPerSecond: 1, mix }));
  expect(seen.error).toEqual(new RangeError(message));
  void exchange.close();
});

it('there is no exchange of a version that is not modelled', () => {
  expect(() => new Exchange({ version: '18' as '16' })).toThrow(
    new RangeError('There is no exchange of version 18'),
  );
});

describe('an exchange that is closed', () => {
  it.each<[string, (exchange: Exchange) => unknown]>([
    ['calls', (exchange) => exchange.call({ from: 'alice', to: 'bob' })],
    ['callers in a queue', (exchange) => exchange.queue('support').join('alice')],
    [
      'events',
      (exchange) => {
        exchange.emit('UserEvent', {});
      },
    ],
    [
      'restarts',
      (exchange) => {
        exchange.restart();
      },
    ],
  ])('has no %s', async (_, act) => {
    const exchange = new Exchange({ scheduler: new VirtualClock() });
    await exchange.close();
    expect(() => act(exchange)).toThrow('The exchange is closed');
  });

  it('has no traffic', async () => {
    const clock = new VirtualClock();
    const exchange = new Exchange({ scheduler: clock });
    const seen = watch(exchange.traffic({ callsPerSecond: 1 }));
    clock.advance(10_000);
    const count = seen.values.length;
    expect(count).toBeGreaterThan(0);
    await exchange.close();
    expect(seen).toMatchObject({ isComplete: true });
    clock.advance(10_000);
    expect(seen.values).toHaveLength(count);
    expect(watch(exchange.traffic({ callsPerSecond: 1 })).isComplete).toBe(true);
  });
});

it('a traffic of no calls is over at once', () => {
  const exchange = new Exchange({ scheduler: new VirtualClock() });
  const seen = watch(exchange.traffic({ callsPerSecond: 1, calls: 0 }));
  expect(seen).toMatchObject({ values: [], isComplete: true });
  void exchange.close();
});

import { Exchange, VirtualClock } from '../../../../lib/testing/index.js';
import { watch } from '../../../support/watch.js';

describe('what a script cannot do', () => {
  const exchange = new Exchange({ scheduler: new VirtualClock() });

  afterAll(() => exchange.close());

  it('is to let a phone retrieve a call that is not there', () => {
    const call = exchange.call({ from: '2025550124', to: 'bob' });
    expect(() => call.retrieve('ghost')).toThrow('There is no phone ghost');
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

it('a traffic of no calls is over at once', () => {
  const exchange = new Exchange({ scheduler: new VirtualClock() });
  const seen = watch(exchange.traffic({ callsPerSecond: 1, calls: 0 }));
  expect(seen).toMatchObject({ values: [], isComplete: true });
  void exchange.close();
});

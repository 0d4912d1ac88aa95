import { interval, tap } from 'rxjs';
import fc from 'fast-check';
import { Action, isAmiError } from '../../../../lib/index.js';
import { randomFaults } from '../../../../lib/testing/exchange/faults/random-faults.js';
import { watch } from '../../../support/watch.js';
import type { Watched } from '../../../support/watch.js';
import { FaultyExchange } from './faulty-exchange.js';

const durationMs = 60_000;
/** After which nothing can be waited for any more: a list that goes on, then a time-out, then a login. */
const restMs = 600_000;

/** What has become of an action, what it has emitted, and how often it was carried out. */
interface Fate {
  readonly outcome: string;
  readonly size: number;
  readonly times: number;
}

function run(seed: number): { fates: Fate[]; exchange: FaultyExchange; states: string[] } {
  const exchange = new FaultyExchange();
  const { clock } = exchange;
  const ami = exchange.connect();
  const status = watch(ami.status$);
  const faults = watch(exchange.faults.run(randomFaults({ seed, count: 20, durationMs })));
  const asked = new Map<string, Watched<unknown>>();
  const asking = watch(
    interval(700, clock).pipe(
      tap((count) => {
        const ActionID = `run-${count}`;
        const isList = count % 3 === 0;
        const action = new Action(isList ? 'DeviceStateList' : 'QueueReload', { ActionID });
        asked.set(ActionID, isList ? watch(ami.list(action)) : watch(ami.request(action)));
      }),
    ),
  );
  clock.advance(durationMs);
  asking.subscription.unsubscribe();
  clock.advance(restMs);
  ami.close();
  expect(faults).toMatchObject({ isComplete: true });
  const fates = [...asked].map(([id, { isComplete, error, values }]) => ({
    outcome: fateOf(isComplete, error),
    size: values.length,
    times: exchange.carriedOut.filter((one) => one === id).length,
  }));
  return { fates, exchange, states: status.values.map(({ state }) => state) };
}

function fateOf(isComplete: boolean, error: unknown): string {
  if (isComplete) return 'answered';
  if (!isAmiError(error)) return 'left';
  if (error.name === 'ListCancelledError') return 'cancelled';
  return 'outcome' in error ? error.outcome : error.name;
}

/** How often an action may have been carried out. */
const allowed: Readonly<Record<string, readonly number[]>> = {
  answered: [1],
  cancelled: [1],
  ActionError: [0],
  'not-sent': [0],
  unknown: [0, 1],
};

describe('a client under random faults', () => {
  it('tells of each action once what has become of it, sends none twice, and leaves nothing', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { fates, exchange, states } = run(seed);
        expect(fates).toHaveLength(85);
        const wrong = fates.filter(({ outcome, times }) => !allowed[outcome]?.includes(times));
        expect(wrong).toEqual([]);
        const answered = fates.filter(({ outcome }) => outcome === 'answered');
        expect(answered.filter(({ size }) => size === 0 || size === 2)).toEqual([]);
        expect(states.slice(-2)).toEqual(['online', 'closed']);
        expect(exchange.clock.pending).toBe(0);
        expect(exchange.sockets.every(({ destroyed }) => destroyed)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('goes the same way again by the same seed', () => {
    const [first, second] = [run(11), run(11)];
    expect(second.fates).toEqual(first.fates);
    expect(second.states).toEqual(first.states);
    expect(new Set(first.fates.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
  });
});

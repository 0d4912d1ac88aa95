import fc from 'fast-check';
import type { FaultKind } from '../../../../lib/testing/exchange/faults/fault.js';
import { randomFaults } from '../../../../lib/testing/exchange/faults/random-faults.js';

const options = fc.record({
  seed: fc.integer(),
  count: fc.nat(50),
  durationMs: fc.integer({ min: 1, max: 1_000_000 }),
});

describe('randomFaults', () => {
  it('makes the same plan of the same options', () => {
    fc.assert(
      fc.property(options, (given) => {
        expect(randomFaults(given)).toEqual(randomFaults(given));
      }),
    );
  });

  it('makes another of another seed', () => {
    const plans = [1, 2, 3].map((seed) =>
      JSON.stringify(randomFaults({ seed, count: 10, durationMs: 1000 })),
    );
    expect(new Set(plans).size).toBe(3);
  });

  it('makes as many as were asked for, in the order of time, which can be written and read', () => {
    fc.assert(
      fc.property(options, (given) => {
        const plan = randomFaults(given);
        const times = plan.map(({ atMs }) => atMs);
        expect(plan).toHaveLength(given.count);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.every((atMs) => atMs >= 0 && atMs < given.durationMs)).toBe(true);
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
    );
  });

  it('takes all kinds, or those that were asked for', () => {
    const kindsOf = (kinds?: FaultKind[]): string[] => [
      ...new Set(
        randomFaults({ seed: 4, count: 400, durationMs: 10, ...(kinds && { kinds }) }).map(
          ({ fault }) => fault.kind,
        ),
      ),
    ];
    expect(kindsOf().sort()).toEqual([
      'cut-mid-line',
      'duplicate-response',
      'end',
      'endless-line',
      'endless-list',
      'garbage',
      'half-open',
      'invalid-utf8',
      'late-response',
      'list-cancelled',
      'missing-response',
      'out-of-order-responses',
      'permission-denied',
      'refuse',
      'reset',
      'restart',
      'slow-drip',
      'slow-login',
      'stall',
      'unknown-response',
    ]);
    expect(kindsOf(['reset', 'stall']).sort()).toEqual(['reset', 'stall']);
  });
});

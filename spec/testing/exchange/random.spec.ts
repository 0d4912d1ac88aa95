import fc from 'fast-check';
import { Random } from '../../../lib/testing/exchange/random.js';

const take = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('Random', () => {
  it('is mulberry32', () => {
    const random = new Random(1);
    expect(take(3, () => random.next())).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('gives the same numbers for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const numbers = (random: Random): unknown[] =>
          take(20, () => [random.next(), random.below(9), random.exponential(5)]);
        expect(numbers(new Random(seed))).toEqual(numbers(new Random(seed)));
      }),
    );
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, limit) => {
        const random = new Random(seed);
        for (const number of take(50, () => random.below(limit))) {
          expect(Number.isInteger(number) && number >= 0 && number < limit).toBe(true);
        }
        for (const number of take(50, () => random.between(-3, limit))) {
          expect(Number.isInteger(number) && number >= -3 && number <= limit).toBe(true);
        }
        expect(Math.min(...take(50, () => random.exponential(limit)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('reaches both bounds', () => {
    const random = new Random(3);
    const numbers = new Set(take(100, () => random.between(1, 3)));
    expect([...numbers].sort()).toEqual([1, 2, 3]);
  });

  it('has the mean that was asked for', () => {
    const random = new Random(5);
    const sum = take(20_000, () => random.exponential(40)).reduce((a, b) => a + b);
    expect(sum / 20_000).toBeCloseTo(40, 0);
  });

  it('chooses by weight', () => {
    const random = new Random(5);
    const chosen = take(3000, () =>
      random.weighted([
        ['never', 0],
        ['often', 2],
        ['seldom', 1],
      ]),
    );
    const often = chosen.filter((one) => one === 'often').length;
    expect(chosen).not.toContain('never');
    expect(often / 3000).toBeCloseTo(2 / 3, 1);
  });

  it('picks each as often as the others, and nothing from nothing', () => {
    const random = new Random(8);
    const chosen = take(3000, () => random.pick(['a', 'b', 'c']));
    expect(chosen.filter((one) => one === 'b').length / 3000).toBeCloseTo(1 / 3, 1);
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('takes chances', () => {
    const random = new Random(2);
    expect(take(100, () => random.chance(0))).not.toContain(true);
    expect(take(100, () => random.chance(1))).not.toContain(false);
    const hits = take(1000, () => random.chance(0.2)).filter(Boolean).length;
    expect(hits / 1000).toBeCloseTo(0.2, 1);
  });
});

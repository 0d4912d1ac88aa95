/**
 * Chance that can be repeated: the same seed gives the same numbers, on every machine.
 *
 * The generator is mulberry32, which is in the public domain. It is not for secrets.
 *
 * @example
 * ```ts
 * import { Random } from 'rxjs-ami/testing';
 *
 * const random = new Random(7);
 * console.log(random.pick(['answered', 'busy']), random.exponential(30_000));
 * ```
 */
export class Random {
  #state: number;

  /** @param seed - A whole number; of larger ones the lowest 32 bits count. */
  constructor(readonly seed: number) {
    this.#state = seed | 0;
  }

  /** A number from 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number from one to another, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Whether something happens that has this probability, from 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /**
   * One of some, each as likely as the others.
   *
   * @throws RangeError if there is none.
   */
  pick<T>(some: readonly T[]): T {
    return this.weighted(some.map((one) => [one, 1]));
  }

  /**
   * One of some, each as likely as its weight says.
   *
   * @throws RangeError if there is none, or all weights are 0.
   */
  weighted<T>(some: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * some.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of some) {
      if (left < weight) return value;
      left -= weight;
    }
    throw new RangeError('There is nothing to choose from');
  }

  /** A number from 0 on with this mean, as between calls that come by chance. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
}

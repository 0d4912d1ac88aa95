/** Chance that can be repeated: mulberry32, which is in the public domain. */
export class Random {
  #state: number;

  constructor(readonly seed = Math.floor(Math.random() * 2 ** 32)) {
    this.#state = seed;
  }

  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  /** One of some. */
  of(some: readonly string[]): string {
    return some[this.below(Math.max(1, some.length))] ?? '';
  }
}

// Timers of Node fire at once where they are given more than 31 bits; half of that leaves room.
const LONGEST_MS = 2 ** 30;

/**
 * A duration among the options; more than twelve days, `Infinity` included, counts as that.
 *
 * @throws TypeError if it is no number of milliseconds.
 */
export function duration(name: string, given: number | undefined, byDefault: number): number {
  if (given === undefined) return byDefault;
  if (given >= 0) return Math.min(given, LONGEST_MS);
  throw new TypeError(`${name} must be a number of milliseconds from 0 on`);
}

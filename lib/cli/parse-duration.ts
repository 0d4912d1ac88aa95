import { UsageError } from './usage-error.js';

// Node's timers count milliseconds in 31 bits.
const MAX_SECONDS = 2_000_000;

/** Reads `--duration`: seconds, fractions allowed. */
export function parseDuration(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= MAX_SECONDS) return Math.round(seconds * 1000);
  throw new UsageError(`--duration takes a number of seconds from 0 on, up to ${MAX_SECONDS}`);
}

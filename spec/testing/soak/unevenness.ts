import type { Sample } from './sample.js';

/** By which part the heap may have grown. */
const heapTolerance = 0.05;
/** How many more there may be of what comes and goes with calls. */
const timerTolerance = 0.25;
const timerSlack = 10;

/**
 * What is not flat: the last third of the samples is compared with the first third. The first samples should
 * be left away, when everything is yet to be loaded and compiled.
 */
export function unevenness(samples: readonly Sample[]): string[] {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const early = samples.slice(0, third);
  const late = samples.slice(-third);
  const grown = (field: 'heap' | 'timers'): readonly [early: number, late: number] => [
    median(early.map((one) => one[field])),
    median(late.map((one) => one[field])),
  ];
  const found: string[] = [];
  const [heap, lateHeap] = grown('heap');
  if (lateHeap > heap * (1 + heapTolerance)) {
    found.push(`the heap grew from ${megabytes(heap)} to ${megabytes(lateHeap)} MB`);
  }
  const [timers, lateTimers] = grown('timers');
  if (lateTimers > timers * (1 + timerTolerance) + timerSlack) {
    found.push(`timers became more: ${timers}, then ${lateTimers}`);
  }
  for (const field of ['handles', 'sessions'] as const) {
    const counts = [...new Set(samples.map((one) => one[field]))];
    if (counts.length > 1) found.push(`${field} were not the same: ${counts.join(', ')}`);
  }
  return found;
}

/** Bytes in megabytes, for people. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

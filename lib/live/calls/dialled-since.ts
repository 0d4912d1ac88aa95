import type { Dial } from './dial.js';
import type { Talk } from './talk.js';

/**
 * Who has been dialled in vain, or is, since people last talked: after a transfer for instance. Those
 * who were dialled while they talked count if that went on when they stopped.
 */
export function dialledSince(
  dials: readonly Dial[],
  { lastBeganAt = -Infinity, lastStoppedAt = -Infinity }: Talk,
): Dial[] {
  return dials.filter(
    ({ from, status, startedAt, endedAt = Infinity }) =>
      from !== undefined &&
      status !== 'answered' &&
      startedAt >= lastBeganAt &&
      endedAt >= lastStoppedAt,
  );
}

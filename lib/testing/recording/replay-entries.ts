import { asyncScheduler, concatMap, defer, delay, from, of } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { RecordedEntry, Recording } from './recording.js';

/** How a recording is replayed. */
export interface ReplayOptions {
  /**
   * How many times as fast as it was recorded; `Infinity` for all at once.
   * @defaultValue 1
   */
  readonly speed?: number;
  /**
   * Where time comes from.
   * @defaultValue asyncScheduler
   */
  readonly scheduler?: SchedulerLike;
}

/** The entries of a recording, each when it is due. */
export function replayEntries(
  { entries }: Recording,
  { speed = 1, scheduler = asyncScheduler }: ReplayOptions,
): Observable<RecordedEntry> {
  return defer(() => {
    if (!(speed > 0)) throw new RangeError('The speed of a replay is above 0');
    const startedAt = scheduler.now();
    return from(entries).pipe(
      concatMap((entry) => {
        // By the clock, so that late timers do not add up.
        const waitMs = startedAt + entry.atMs / speed - scheduler.now();
        return waitMs > 0 ? of(entry).pipe(delay(waitMs, scheduler)) : of(entry);
      }),
    );
  });
}

import { asyncScheduler, concatMap, defer, delay, filter, from, of } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { Recording } from './recording.js';

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

/**
 * Emits the lines of a recording with the pauses in which they came, those before the first included.
 * Goes where `lines$` would: into `parseMessages()`, and from there into your pipeline.
 *
 * Begins on subscription, completes after the last line; unsubscribing stops it. A `RangeError` if the
 * speed is not above 0.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { parseMessages } from 'rxjs-ami';
 * import { parseRecording, replay } from 'rxjs-ami/testing';
 *
 * const recording = parseRecording(readFileSync('monday.ami', 'utf8'));
 * replay(recording, { speed: 10 })
 *   .pipe(parseMessages())
 *   .subscribe((message) => console.log(message.toString()));
 * ```
 */
export function replay(
  { entries }: Recording,
  { speed = 1, scheduler = asyncScheduler }: ReplayOptions = {},
): Observable<string> {
  return defer(() => {
    if (!(speed > 0)) throw new RangeError('The speed of a replay is above 0');
    const startedAt = scheduler.now();
    return from(entries).pipe(
      filter((entry) => entry.type === 'line'),
      concatMap(({ line, atMs }) => {
        // By the clock, so that late timers do not add up.
        const waitMs = startedAt + atMs / speed - scheduler.now();
        return waitMs > 0 ? of(line).pipe(delay(waitMs, scheduler)) : of(line);
      }),
    );
  });
}

import { map, merge, NEVER, take, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Io } from './io.js';
import { isReaderGone } from './printer.js';
import type { Printer } from './printer.js';

/**
 * Emits once when a command that goes on by itself is to end: the user says so, its time is over,
 * or nobody reads what it prints.
 */
export function whenToStop(
  io: Io,
  printer: Printer,
  durationMs: number | undefined,
): Observable<unknown> {
  const over = durationMs === undefined ? NEVER : timer(durationMs, io.scheduler);
  const unread = printer.failure$.pipe(
    map((error) => {
      if (!isReaderGone(error)) throw error;
    }),
  );
  return merge(io.signals$, over, unread).pipe(take(1));
}

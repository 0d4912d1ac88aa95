import { filter, merge, NEVER, take, timer } from 'rxjs';
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
  return merge(io.signals$, over, whenUnread(printer)).pipe(take(1));
}

/** Emits when the reader has gone, and errors with any other failure to print. */
export function whenUnread(printer: Printer): Observable<unknown> {
  return printer.failure$.pipe(
    filter((error) => {
      if (!isReaderGone(error)) throw error;
      return true;
    }),
  );
}

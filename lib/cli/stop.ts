import { filter, map, merge, NEVER, take, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Io } from './io.js';
import { isReaderGone } from './printer.js';
import type { Printer } from './printer.js';

/** Why a command ends: the user says so, its time is over, nobody reads what it prints. */
export type StopReason = 'signal' | 'time' | 'unread';

/** Emits once when a command that goes on by itself is to end. */
export function whenToStop(
  io: Io,
  printer: Printer,
  durationMs: number | undefined,
): Observable<StopReason> {
  const over$ = durationMs === undefined ? NEVER : timer(durationMs, io.scheduler);
  return merge(
    io.signals$.pipe(map((): StopReason => 'signal')),
    over$.pipe(map((): StopReason => 'time')),
    whenUnread(printer),
  ).pipe(take(1));
}

/** Emits when the reader has gone, and errors with any other failure to print. */
export function whenUnread(printer: Printer): Observable<StopReason> {
  return printer.failure$.pipe(
    filter((error) => {
      if (!isReaderGone(error)) throw error;
      return true;
    }),
    map((): StopReason => 'unread'),
  );
}

import {
  NEVER,
  catchError,
  exhaustMap,
  filter,
  ignoreElements,
  interval,
  map,
  takeUntil,
  timer,
} from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { ConnectionLostError } from '../errors/index.js';
import type { KeepAliveOptions } from './options.js';

/** What keep-alive needs of a session. */
export interface Heartbeat {
  /** How many messages have come so far. */
  readonly received: number;
  /** Until when an action that was sent may keep the server from answering. */
  readonly blockedUntil: number;
  /** Sends a Ping. */
  readonly ping$: Observable<unknown>;
}

/**
 * Watches over a session: sends a Ping after silence, and errors with a {@link ConnectionLostError}
 * if then nothing at all comes in time. Anything received is a sign of life.
 *
 * Never emits nor completes; unsubscribing stops it.
 */
export function keepAlive(
  heartbeat: Heartbeat,
  { silenceMs, deadlineMs }: Required<KeepAliveOptions>,
  scheduler: SchedulerLike,
): Observable<never> {
  let heard = -1;
  return interval(silenceMs, scheduler).pipe(
    filter(() => {
      const quiet = heartbeat.received === heard;
      heard = heartbeat.received;
      return quiet;
    }),
    exhaustMap(() => {
      const { received } = heartbeat;
      const waitMs = deadlineMs + Math.max(0, heartbeat.blockedUntil - scheduler.now());
      const deadline$ = timer(waitMs, scheduler).pipe(
        map(() => {
          if (heartbeat.received !== received) return;
          const text = `The server has not answered a Ping within ${waitMs} ms`;
          throw new ConnectionLostError(text, 'unknown');
        }),
      );
      return deadline$.pipe(takeUntil(heartbeat.ping$.pipe(catchError(() => NEVER))));
    }),
    ignoreElements(),
  );
}

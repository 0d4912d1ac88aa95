import {
  asyncScheduler,
  defer,
  distinctUntilChanged,
  EMPTY,
  filter,
  finalize,
  groupBy,
  map,
  mergeMap,
  Subject,
  switchMap,
  takeUntil,
  timer,
} from 'rxjs';
import type { OperatorFunction, SchedulerLike } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';

/**
 * From changes of calls to each call that has gone on for longer than a time since it was answered:
 * once, at that moment, as it was when it was answered. A call that is over by then does not come.
 *
 * Completes when its source has, and the calls that are still up have come or are over; errors with
 * its source. Unsubscribing stops all timers.
 *
 * @param ms - In milliseconds.
 * @param scheduler - What the time is taken from: that of the client, where that is another one.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveCalls, longerThan } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami)
 *   .changes$.pipe(longerThan(60 * 60_000))
 *   .subscribe(({ caller }) => console.log('still talking after an hour:', caller.number));
 * ```
 */
export function longerThan(
  ms: number,
  scheduler: SchedulerLike = asyncScheduler,
): OperatorFunction<Change<Call>, Call> {
  return (source) =>
    defer(() => {
      const left$ = new Subject<void>();
      return source.pipe(
        groupBy(({ key }) => key, {
          // Left alone, it keeps the source subscribed to until the last call has gone.
          duration: (change$) =>
            change$.pipe(
              filter(({ type }) => type === 'removed'),
              takeUntil(left$),
            ),
        }),
        mergeMap((change$) =>
          change$.pipe(
            map(({ value }) => (value?.state === 'ended' ? undefined : value)),
            distinctUntilChanged((a, b) => a?.answeredAt === b?.answeredAt),
            switchMap((call) => {
              if (call?.answeredAt === undefined) return EMPTY;
              const leftMs = Math.max(0, call.answeredAt + ms - scheduler.now());
              return timer(leftMs, scheduler).pipe(map(() => call));
            }),
          ),
        ),
        finalize(() => {
          left$.next();
        }),
      );
    });
}

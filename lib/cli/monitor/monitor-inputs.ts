import { catchError, concat, EMPTY, interval, map, merge, of, switchMap } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { AmiClient } from '../../client/index.js';
import { ActionError, ActionTimeoutError } from '../../errors/index.js';
import type { MonitorInput } from './monitor-model.js';

// How often calls are looked at that have not settled.
const TICK_MS = 100;

/**
 * Everything that a monitor is fed with: events, the status of the connection, the channels that
 * are up whenever a session begins, and the passing of time.
 */
export function monitorInputs(ami: AmiClient, scheduler: SchedulerLike): Observable<MonitorInput> {
  return merge(
    ami.events$.pipe(map((event): MonitorInput => ({ type: 'event', event }))),
    ami.status$.pipe(
      switchMap((status) =>
        concat(
          of<MonitorInput>({ type: 'status', status }),
          status.state === 'online' ? listChannels(ami) : EMPTY,
        ),
      ),
    ),
    interval(TICK_MS, scheduler).pipe(map((): MonitorInput => ({ type: 'tick' }))),
  );
}

function listChannels(ami: AmiClient): Observable<MonitorInput> {
  return concat(
    of<MonitorInput>({ type: 'list-asked' }),
    ami.collect('CoreShowChannels').pipe(
      map(({ entries }): MonitorInput => ({
        type: 'list',
        entries: entries.map(({ message }) => message),
      })),
      catchError((error: unknown) => {
        // A lost connection is told of by the status, and the next session asks again.
        const isTold = !(error instanceof ActionError || error instanceof ActionTimeoutError);
        const text = isTold ? '' : `Calls that were up before are not shown: ${error.message}`;
        return isTold ? EMPTY : of<MonitorInput>({ type: 'notice', text });
      }),
    ),
  );
}

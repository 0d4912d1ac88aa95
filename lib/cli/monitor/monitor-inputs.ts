import { filter, interval, map, merge } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { AmiClient } from '../../client/index.js';
import { liveCalls, liveChannels, liveQueues } from '../../live/index.js';
import type { Change, Channel } from '../../live/index.js';
import type { MonitorInput } from './monitor-model.js';
import { isSamePlace, placeOf } from './surroundings.js';

// How often calls and queues are looked at that have not settled.
const TICK_MS = 100;

/**
 * Everything that a monitor is fed with: calls, queues, the places of channels, events to be counted,
 * the status of the connection, what the exchange refuses, and the passing of time.
 */
export function monitorInputs(ami: AmiClient, scheduler: SchedulerLike): Observable<MonitorInput> {
  return merge(
    ami.events$.pipe(map((): MonitorInput => ({ type: 'event' }))),
    ami.diagnostics$.pipe(
      filter(({ type }) => type === 'list-unavailable'),
      map(({ text }): MonitorInput => ({ type: 'notice', text })),
    ),
    ami.status$.pipe(map((status): MonitorInput => ({ type: 'status', status }))),
    // A call is described by the places of its channels: those come first.
    liveChannels(ami).changes$.pipe(
      filter(isElsewhere),
      map((change): MonitorInput => {
        const { key: channelId, value } = change;
        const place = value === undefined ? undefined : placeOf(value);
        return { type: 'place', channelId, place };
      }),
    ),
    liveCalls(ami).changes$.pipe(map((change): MonitorInput => ({ type: 'call', change }))),
    liveQueues(ami).changes$.pipe(map((change): MonitorInput => ({ type: 'queue', change }))),
    interval(TICK_MS, scheduler).pipe(map((): MonitorInput => ({ type: 'tick' }))),
  );
}

function isElsewhere({ value, previous }: Change<Channel>): boolean {
  return (
    value === undefined || previous === undefined || !isSamePlace(placeOf(value), placeOf(previous))
  );
}

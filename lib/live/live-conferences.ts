import type { AmiClient } from '../client/index.js';
import { conferenceKind } from './conferences/conference-model.js';
import type { Conference } from './conferences/conference.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';

/**
 * The conferences of an exchange, by name: who is in them, who is muted and who talks, whether they
 * are locked or recorded.
 *
 * Read from `ConfbridgeListRooms` and a `ConfbridgeList` of each, kept by the events of
 * `app_confbridge`. That a conference is locked, and who is marked or waits, is said by the lists only:
 * it is as old as the last check. See {@link Live} for when the streams emit, error and complete;
 * unsubscribing from all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveConferences } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveConferences(ami).values$.subscribe((conferences) => {
 *   for (const { name, participants } of conferences.values()) {
 *     console.log(name, [...participants.values()].map(({ caller }) => caller.number));
 *   }
 * });
 * ```
 */
export function liveConferences(ami: AmiClient, options?: LiveOptions): Live<Conference> {
  return liveOf(ami, conferenceKind, options);
}

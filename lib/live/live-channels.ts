import type { AmiClient } from '../client/index.js';
import { channelKind } from './channels/channel-model.js';
import type { Channel } from './channels/channel.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';

/**
 * The channels of an exchange, by Uniqueid: who they belong to, what they do, where in the dialplan
 * and in which bridge they are.
 *
 * Read from `CoreShowChannels`, kept by every event that names a channel. A channel that ends is
 * `updated` once with its `hangup`, then `removed`. See {@link Live} for when the streams emit, error
 * and complete; unsubscribing from all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveChannels } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveChannels(ami).changes$.subscribe(({ type, value, previous }) => {
 *   console.log(type, (value ?? previous)?.name);
 * });
 * ```
 */
export function liveChannels(ami: AmiClient, options?: LiveOptions): Live<Channel> {
  return liveOf(ami, channelKind, options);
}

import type { Channel } from './channel.js';

/**
 * What arrives on a channel from its far end: a phone that rings, is answered or hangs up, or the
 * other half of a Local channel; `pickup` if somebody else answers its call.
 */
export type Control =
  'ringing' | 'progress' | 'proceeding' | 'answer' | 'busy' | 'congestion' | 'hangup' | 'pickup';

/** What the exchange can tell the far end of a channel. */
export type Indication = Exclude<Control, 'answer' | 'hangup' | 'pickup'> | 'hold' | 'unhold';

/** What is behind a channel. */
export interface Technology {
  /** Places the call of an outgoing channel; `false` if it can't. */
  call(channel: Channel): boolean;
  /** The exchange has answered the channel. */
  answer(channel: Channel): void;
  /** The exchange tells the far end something. */
  indicate(channel: Channel, indication: Indication): void;
  /** The exchange has hung the channel up. */
  hangUp(channel: Channel): void;
}

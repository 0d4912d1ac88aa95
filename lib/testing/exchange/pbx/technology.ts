import type { Channel } from './channel.js';

/**
 * What arrives on a channel from its far end: a phone that rings, is answered or hangs up, or the
 * other half of a Local channel; `pickup` if somebody else answers its call, `connected` if it is
 * known by now who is behind it.
 */
export type Control = 'answer' | 'hangup' | 'pickup' | 'connected' | Signal;

/** What both ends of a call can tell each other. */
type Signal = 'ringing' | 'progress' | 'proceeding' | 'busy' | 'congestion';

/** What the exchange can tell the far end of a channel. */
export type Indication = Signal | 'hold' | 'unhold';

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

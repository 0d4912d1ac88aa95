import type { Party } from '../channels/channel.js';

/**
 * Somebody who waits in a parking lot to be picked up again. Its values do not change; an event makes
 * a new one.
 */
export interface ParkedCall {
  /** The Uniqueid of the channel that is parked. */
  readonly id: string;
  /** The name of that channel. */
  readonly channel: string;
  /** Who is parked. */
  readonly caller: Party;
  /** The name of the parking lot. */
  readonly lot: string;
  /** Where in the lot; in most dialplans the extension that gets the call back. */
  readonly space: number;
  /** Whom a time-out calls: a device to dial, such as `PJSIP/alice`. */
  readonly parker: string | undefined;
  /** In milliseconds since 1970; of what was parked before, by the list's own account. */
  readonly parkedAt: number;
  /** When it goes back to the parker, in milliseconds since 1970; `undefined` for never. */
  readonly timeoutAt: number | undefined;
}

import type { Channel } from './channel.js';

/** A call to a channel that has not answered it. */
export interface CallUnderway {
  /** For whom the channel is called. */
  readonly caller?: Channel | undefined;
  /** Somebody else answers in the place of the channel that is called. */
  takeOver(channel: Channel): void;
}

const underway = new WeakMap<Channel, CallUnderway>();

/** The call that a channel has been called by, until it is answered or given up. */
export function callTo(channel: Channel): CallUnderway | undefined {
  return underway.get(channel);
}

/** Notes the call that a channel is called by; `undefined` when it is over. */
export function noteCallTo(channel: Channel, call: CallUnderway | undefined): void {
  if (call === undefined) underway.delete(channel);
  else underway.set(channel, call);
}

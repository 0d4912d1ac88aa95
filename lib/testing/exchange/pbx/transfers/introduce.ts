import type { Channel } from '../channel.js';
import { otherHalf } from '../local-channels.js';
import type { Party } from '../party.js';

/** Tells each of two whom it talks to now. */
export function introduce(one: Channel, other: Channel): void {
  connect(one, other.caller);
  connect(other, one.caller);
}

function connect(channel: Channel, party: Party): void {
  channel.connected = { ...party };
  channel.publish();
  // Behind the other half of a Local channel is who calls it; no event says so at once.
  const half = otherHalf(channel);
  if (half !== undefined) half.caller = { ...party };
}

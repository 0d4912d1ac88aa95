import type { Channel } from './channel.js';
import { otherHalf } from './local-channels.js';
import type { Party } from './party.js';

/** Tells a channel whom it talks to now (ast_channel_update_connected_line). */
export function connectTo(channel: Channel, party: Party): void {
  channel.connected = { ...party };
  channel.publish();
  // Behind the other half of a Local channel is who calls it; no event says so at once.
  const half = otherHalf(channel);
  if (half === undefined) return;
  half.caller = { ...party };
  half.receive('connected');
}

import type { Channel } from '../channels/channel.js';
import { isLocalName } from '../channels/is-local-name.js';
import type { Leg } from './call.js';

/** A channel as part of a call. */
export function toLeg(channel: Channel, endedAt?: number): Leg {
  return {
    channelId: channel.id,
    channel: channel.name,
    party: channel.caller,
    state: channel.state,
    isLocal: isLocal(channel),
    isHeld: channel.isHeld,
    startedAt: channel.startedAt,
    answeredAt: channel.answeredAt,
    endedAt,
    hangup: channel.hangup,
  };
}

/** Whether a channel is half of a Local channel. */
export function isLocal({ name, otherHalf }: Channel): boolean {
  return otherHalf !== undefined || isLocalName(name);
}

/** Whether the channel is still as the leg says. */
export function isLegOf(leg: Leg, channel: Channel): boolean {
  return (
    leg.channel === channel.name &&
    leg.party === channel.caller &&
    leg.state === channel.state &&
    leg.isHeld === channel.isHeld &&
    leg.isLocal === isLocal(channel) &&
    leg.hangup === channel.hangup
  );
}

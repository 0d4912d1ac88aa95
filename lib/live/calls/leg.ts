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

/** The weight of the hangup of a caller that is a person. */
export const CALLER_WEIGHT = 4;

/** How much the hangup of a channel says of its call: that of half a Local channel the least. */
export function hangupWeight(channel: Channel, callerId: string): number {
  return (isLocal(channel) ? 1 : CALLER_WEIGHT - 1) + (channel.id === callerId ? 1 : 0);
}

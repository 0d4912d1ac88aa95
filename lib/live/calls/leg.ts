import type { Channel } from '../channels/channel.js';
import type { Leg } from './call.js';

/** A channel as part of a call. */
export function toLeg(channel: Channel): Leg {
  return {
    channelId: channel.id,
    channel: channel.name,
    party: channel.caller,
    state: channel.state,
    isLocal: isLocal(channel),
    isHeld: channel.isHeld,
    startedAt: channel.startedAt,
    answeredAt: channel.answeredAt,
    endedAt: undefined,
    hangup: channel.hangup,
  };
}

/** Whether a channel is half of a Local channel. */
export function isLocal({ name, otherHalf }: Channel): boolean {
  return otherHalf !== undefined || name.startsWith('Local/');
}

/** Whether two values of a leg say the same. */
export function isSameLeg(a: Leg, b: Leg): boolean {
  return (
    a.channel === b.channel &&
    a.party === b.party &&
    a.state === b.state &&
    a.isHeld === b.isHeld &&
    a.isLocal === b.isLocal &&
    a.hangup === b.hangup
  );
}

import type { Call, Dial, Leg } from '../../live/index.js';
import type { Party } from './party.js';
import { legsOf } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

/** Applications that reach somebody for who is in them. */
const REACHING = /^(?:Dial|Queue|FollowMe)$/;
/** What a channel does that one of these has made. */
const REACHED = /^(?:AppDial2?|AppQueue)$/;

/**
 * The people in a call: its channels, where the two halves of a Local channel are one, and none if one
 * half leads to somebody else for the other, since the pair is then a mere pipe. Who talks with them and
 * counts as of another call, as after a pickup, comes last.
 */
export function peopleOf(call: Call, around: Surroundings): Party[] {
  const legs = legsOf(call);
  const faces = legs.filter(
    (leg) => faceOf(leg, legs, call, around) === leg && !isForgotten(leg, legs, call),
  );
  const people = faces.map((leg) => toParty(leg, faces[0], legs, call));
  if (call.conference !== undefined) return people;
  const known = new Set(people.map(({ channel }) => pairOf(channel)));
  return [
    ...people,
    ...guestsOf(call, around).filter(({ channel }) => !known.has(pairOf(channel))),
  ];
}

/** Whether somebody rings whose caller talks with another one, who was quicker. */
function isForgotten(leg: Leg, legs: readonly Leg[], { dials, talking }: Call): boolean {
  return dials.some(({ from, to, endedAt }) => {
    if (to !== leg.channelId || endedAt !== undefined || talks(to, talking)) return false;
    const dialler = legs.find(({ channelId }) => channelId === from);
    const other = dialler === undefined ? undefined : otherHalfOf(dialler, legs);
    return talks(from, talking) || talks(other?.channelId, talking);
  });
}

/** The channel that stands for a person: itself, or a half of its Local pair, or none for a pipe. */
function faceOf(leg: Leg, legs: readonly Leg[], call: Call, around: Surroundings): Leg | undefined {
  const half = /;([12])$/.exec(leg.channel)?.[1];
  if (!leg.isLocal || half === undefined) return leg;
  const other = otherHalfOf(leg, legs);
  // The second half comes after the first: alone, it is what is left of a pair that has ended.
  if (other === undefined) {
    return half === '1' || talks(leg.channelId, call.talking) ? leg : undefined;
  }
  if (isPipe(leg, other, legs, call, around) || isPipe(other, leg, legs, call, around)) {
    return undefined;
  }
  return half === '1' ? leg : other;
}

/** Whether somebody has called the one half, and the other calls somebody for him. */
function isPipe(
  near: Leg,
  far: Leg,
  legs: readonly Leg[],
  { dials }: Call,
  around: Surroundings,
): boolean {
  const applicationOf = ({ channelId }: Leg): string =>
    around.placeOf(channelId)?.application ?? '';
  // Of what was up before, no dials are known.
  if (dials.length === 0) {
    return REACHED.test(applicationOf(near)) && REACHING.test(applicationOf(far));
  }
  return dials.some(({ to }) => to === near.channelId) && isDialling(far, legs, { dials });
}

/** Whether a channel has somebody on the line whom it has called, or is calling. */
function isDialling(
  { channelId }: Leg,
  legs: readonly Leg[],
  { dials }: Pick<Call, 'dials'>,
): boolean {
  return dials.some(
    ({ from, to, status, endedAt }) =>
      from === channelId &&
      (endedAt === undefined || status === 'answered') &&
      legs.some((leg) => leg.channelId === to),
  );
}

function talks(channelId: string | undefined, talking: Call['talking']): boolean {
  return channelId !== undefined && talking.some((group) => group.includes(channelId));
}

/** What the names of both halves of a Local channel have in common. */
function pairOf(channel: string): string {
  return channel.replace(/;[12]$/, '');
}

function otherHalfOf({ channel }: Leg, legs: readonly Leg[]): Leg | undefined {
  const name = `${channel.slice(0, -1)}${channel.endsWith('1') ? '2' : '1'}`;
  return legs.find((leg) => leg.channel === name);
}

/** Where a phone has no caller ID of its own, some applications lend it that of its caller. */
function toParty(leg: Leg, first: Leg | undefined, legs: readonly Leg[], call: Call): Party {
  const other = leg.isLocal ? otherHalfOf(leg, legs) : undefined;
  const ids = [leg.channelId, other?.channelId];
  const dial = call.dials.findLast(({ to }) => ids.includes(to));
  const dialler = legs.find(({ channelId }) => channelId === dial?.from);
  const lenders = [first, dialler].filter((one) => one !== leg).map((one) => one?.party);
  const own = leg.party;
  const name = lenders.some((lender) => lender?.name === own.name) ? undefined : own.name;
  const number = lenders.some((lender) => lender?.number === own.number) ? undefined : own.number;
  return { name: memberAt(ids, dial, call) ?? name, number, channel: leg.channel, call: undefined };
}

/** Who answers there, by the queue's own list. */
function memberAt(
  ids: readonly (string | undefined)[],
  dial: Dial | undefined,
  { queue }: Call,
): string | undefined {
  const agent = queue?.agent;
  const isAgent = agent?.channelId !== undefined && ids.includes(agent.channelId);
  return isAgent ? agent.name : dial?.member;
}

function guestsOf(call: Call, around: Surroundings): Party[] {
  const own = new Set(call.legs.map(({ channelId }) => channelId));
  return call.talking
    .flat()
    .filter((id) => !own.has(id))
    .flatMap((id) => {
      const home = around.callOf(id);
      const legs = home === undefined ? [] : legsOf(home);
      const leg = legs.find(({ channelId }) => channelId === id);
      if (home === undefined || leg === undefined) return [];
      return [{ ...toParty(leg, legs[0], legs, home), call: home.id }];
    });
}

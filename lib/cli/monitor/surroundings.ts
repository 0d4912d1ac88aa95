import type { Call, Channel, Leg } from '../../live/index.js';

/** What the dialplan does with a channel. */
export interface Place {
  readonly extension: string | undefined;
  /** The name of the application. */
  readonly application: string | undefined;
}

/** A channel's place in the dialplan. */
export function placeOf({ place, application }: Channel): Place {
  return { extension: place.extension, application: application?.name };
}

/** Whether two places are the same. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.extension === b.extension && a.application === b.application;
}

/** What is known of an exchange beyond one call, by Uniqueid. */
export interface Surroundings {
  placeOf(channelId: string): Place | undefined;
  /** The call that a channel is part of. */
  callOf(channelId: string): Call | undefined;
}

/** The channels of a call that are up, the one that began it first, then by age. */
export function legsOf({ legs, linkedid, id }: Call): Leg[] {
  const rank = ({ channelId }: Leg): number => (channelId === linkedid || channelId === id ? 0 : 1);
  return legs
    .filter(({ endedAt }) => endedAt === undefined)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        a.startedAt - b.startedAt ||
        // Uniqueids count up within a second, to which lists are exact.
        a.channelId.localeCompare(b.channelId, 'en', { numeric: true }),
    );
}

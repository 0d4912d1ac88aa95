import type { Party } from '../channels/channel.js';

/** Somebody in a conference. Its values do not change; an event makes a new one. */
export interface Participant {
  /** The Uniqueid of the channel. */
  readonly channelId: string;
  /** The name of the channel. */
  readonly channel: string;
  readonly caller: Party;
  readonly isAdmin: boolean;
  readonly isMuted: boolean;
  /** Whether there is something to hear; of users whose profile has `talk_detection_events` only. */
  readonly isTalking: boolean;
  /** Whether others wait for this one. Only lists say it: `undefined` until one has. */
  readonly isMarked: boolean | undefined;
  /** Whether this one waits for a marked user. Only lists say it: `undefined` until one has. */
  readonly isWaiting: boolean | undefined;
  /** In milliseconds since 1970; `undefined` of those who were there before. */
  readonly joinedAt: number | undefined;
}

/** A conference of ConfBridge. Its values do not change; an event or a list makes a new one. */
export interface Conference {
  readonly name: string;
  /** The BridgeUniqueid; `undefined` until an event has told of it, since lists do not. */
  readonly bridgeId: string | undefined;
  /** Whether only admins can come in. Only lists say it. */
  readonly isLocked: boolean;
  /** `undefined` of a conference that was there before, until it changes. */
  readonly isRecording: boolean | undefined;
  /** In milliseconds since 1970; `undefined` of a conference that was there before. */
  readonly startedAt: number | undefined;
  /** Who is in it, by Uniqueid, in the order in which they came. */
  readonly participants: ReadonlyMap<string, Participant>;
}

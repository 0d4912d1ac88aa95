/** A name and a number, as far as they are known. */
export interface Party {
  readonly number: string | undefined;
  readonly name: string | undefined;
}

/**
 * What a channel is doing, as Asterisk's `ChannelStateDesc` says it.
 *
 * - `down`: it exists, and nothing more.
 * - `ring`: a caller who has asked for something; the exchange has not answered.
 * - `ringing`: the device rings.
 * - `up`: answered.
 *
 * Analogue lines have the others.
 */
export type ChannelState =
  | 'down'
  | 'reserved'
  | 'off-hook'
  | 'dialing'
  | 'ring'
  | 'ringing'
  | 'up'
  | 'busy'
  | 'dialing-off-hook'
  | 'pre-ring'
  | 'mute'
  | 'unknown';

/** Where in the dialplan a channel is. */
export interface DialplanPlace {
  readonly context: string | undefined;
  readonly extension: string | undefined;
  readonly priority: number | undefined;
}

/** What the dialplan is doing for a channel. */
export interface Application {
  readonly name: string;
  readonly data: string;
}

/** Why a channel ended. */
export interface HangupCause {
  /** The number of Q.850, such as 16 for a normal end, 17 for busy. */
  readonly code: number;
  readonly text: string | undefined;
}

/**
 * One side of a call: the connection of the exchange with a phone, a trunk, or another part of
 * itself. Its values do not change; an event makes a new one.
 */
export interface Channel {
  /** Its Uniqueid. */
  readonly id: string;
  /** Such as `PJSIP/alice-0000002a`; changes when the channel is renamed. */
  readonly name: string;
  readonly state: ChannelState;
  /** Who is at this end. */
  readonly caller: Party;
  /** Who is at the other end, as shown here. */
  readonly connected: Party;
  readonly language: string | undefined;
  readonly account: string | undefined;
  readonly place: DialplanPlace;
  readonly application: Application | undefined;
  /** What the channels of one call share. */
  readonly linkedid: string;
  /** The bridge that it is in. */
  readonly bridgeId: string | undefined;
  /** Of a Local channel: the Uniqueid of its other half. */
  readonly otherHalf: string | undefined;
  /** The channel variables that events have told of. */
  readonly variables: ReadonlyMap<string, string>;
  /** It has put its peer on hold. */
  readonly isHeld: boolean;
  /** It is being played music on hold: of this class. */
  readonly musicOnHold: string | undefined;
  /** In milliseconds since 1970; of what was up before, by the list's own account of its age. */
  readonly startedAt: number;
  /** When it was answered, if that was seen. */
  readonly answeredAt: number | undefined;
  /** Why it ended: in the last value of a channel only. */
  readonly hangup: HangupCause | undefined;
}

import type { ChannelState, HangupCause, Party } from '../channels/channel.js';
import type { Dial } from './dial.js';
import type { TimelineEntry } from './timeline.js';

/**
 * How far a call has come.
 *
 * - `dialing`: somebody is being reached, nothing rings yet.
 * - `ringing`
 * - `queued`: waits in a queue.
 * - `up`: people talk with each other, or with the exchange: a menu, a mailbox, a conference.
 * - `held`: as `up`, and one of them has put the others on hold.
 * - `parked`
 * - `ended`: over; the last value of a call.
 */
export type CallState = 'dialing' | 'ringing' | 'queued' | 'up' | 'held' | 'parked' | 'ended';

/**
 * How a call ended.
 *
 * - `answered`: people talked until the end, or until nobody else was called; or the exchange answered,
 *   and nobody was called.
 * - `busy`, `no-answer`, `rejected`, `failed`: as the last dial ended; `failed` also of a call that the
 *   exchange could not begin.
 * - `cancelled`: who waited gave up.
 * - `abandoned`: who waited in a queue or a parking lot gave up.
 *
 * A call whose caller was transferred after a first talk, and not answered, ends as the last dial or
 * queue says; that it was answered before, `answeredAt` tells.
 */
export type CallResult =
  'answered' | 'busy' | 'no-answer' | 'rejected' | 'cancelled' | 'abandoned' | 'failed';

/** A channel as part of a call. */
export interface Leg {
  /** The channel's Uniqueid. */
  readonly channelId: string;
  readonly channel: string;
  readonly party: Party;
  readonly state: ChannelState;
  /** It is half of a Local channel: part of the exchange, with nobody at its end. */
  readonly isLocal: boolean;
  /** It has put the others on hold. */
  readonly isHeld: boolean;
  readonly startedAt: number;
  readonly answeredAt: number | undefined;
  /** Present once it has hung up. */
  readonly endedAt: number | undefined;
  readonly hangup: HangupCause | undefined;
}

/** The part of a queue in a call: the last one that it was in. */
export interface QueueVisit {
  readonly queue: string;
  /** Who waits, or waited: a Uniqueid. */
  readonly channelId: string;
  /** `undefined` of a call that waited already when it was first seen. */
  readonly joinedAt: number | undefined;
  readonly leftAt: number | undefined;
  /** The member who took the call. */
  readonly agent: QueueAgent | undefined;
  /** The caller left without having talked with a member. */
  readonly isAbandoned: boolean;
}

/** A member of a queue who has taken a call. */
export interface QueueAgent {
  readonly name: string | undefined;
  readonly interface: string | undefined;
  readonly channelId: string | undefined;
  readonly connectedAt: number;
  readonly completedAt: number | undefined;
}

/** A transfer that has happened in a call. */
export interface Transfer {
  readonly type: 'blind' | 'attended';
  readonly at: number;
  /** Who transferred. */
  readonly by: Party;
  /** Where to: `extension@context`, a channel, an application, or the number of who was consulted. */
  readonly to: string | undefined;
  readonly isSuccessful: boolean;
}

/** Somebody has answered a call. */
export interface Answer {
  /** When people began to talk; of who was called first by the exchange, when he answered. */
  readonly at: number;
  /** Who: a Uniqueid. */
  readonly channelId: string;
  readonly party: Party;
}

/** Somebody has taken a call that rang elsewhere. */
export interface Pickup {
  readonly at: number;
  /** Who took it: a Uniqueid. */
  readonly channelId: string;
  readonly party: Party;
}

/** Where a call is parked. */
export interface ParkingPlace {
  /** Who is parked: a Uniqueid. */
  readonly channelId: string;
  readonly lot: string | undefined;
  readonly space: string | undefined;
  readonly parkedAt: number;
}

/**
 * What belongs together for people: all channels that share a Linkedid, from the first ring to the
 * last hangup, through transfers, parking and Local channels. Its values do not change; an event makes
 * a new one.
 */
export interface Call {
  /** The Linkedid under which it was first seen; it stays when Asterisk gives the call another. */
  readonly id: string;
  /** The Linkedid now. */
  readonly linkedid: string;
  readonly state: CallState;
  /**
   * `inbound`: a phone or trunk has called the exchange. `outbound`: the exchange has begun it, by an
   * Originate or a call file. `undefined` where the beginning was not seen.
   */
  readonly direction: 'inbound' | 'outbound' | undefined;
  /** Who began it. */
  readonly caller: Party;
  /**
   * Who answered last, picked the call up or fetched it from a parking lot; or else who is, or was,
   * dialled last, as who is called by a transfer.
   */
  readonly callee: Party | undefined;
  /** Its channels, oldest first; those that have hung up as well, up to fifty. */
  readonly legs: readonly Leg[];
  /** Who hear each other: groups of Uniqueids, Local channels in between left out. */
  readonly talking: readonly (readonly string[])[];
  /** Who has been dialled, oldest first; up to a hundred. */
  readonly dials: readonly Dial[];
  readonly queue: QueueVisit | undefined;
  /** The conference that it is in. */
  readonly conference: string | undefined;
  /** Where it is parked. */
  readonly parking: ParkingPlace | undefined;
  readonly transfers: readonly Transfer[];
  readonly pickups: readonly Pickup[];
  /** A recording is being made. */
  readonly isRecorded: boolean;
  /** Times are in milliseconds since 1970. */
  readonly startedAt: number;
  /** When people began to talk; where nobody was dialled, when the exchange answered. */
  readonly answeredAt: number | undefined;
  /**
   * Who has answered last, once he talks: after a transfer, a queue or a pickup another one than at
   * first. In a call that the exchange has begun, who was called first has answered as well.
   */
  readonly answer: Answer | undefined;
  readonly endedAt: number | undefined;
  /**
   * Present in a call whose end was not seen, because the session or an event was lost: until when it
   * is known to have gone on. It ended between then and `endedAt`, which is when it was missed.
   */
  readonly lastSeenAt: number | undefined;
  /** For how long people have talked, without the time that is still running. */
  readonly talkMs: number;
  /** Since when people talk, while they do. */
  readonly talkingSince: number | undefined;
  /** For how long of that somebody was on hold, without the time that is still running. */
  readonly heldMs: number;
  /** Since when somebody is on hold, while that is so. */
  readonly heldSince: number | undefined;
  /** How it ended, once it has. */
  readonly result: CallResult | undefined;
  /** Why the caller's channel ended, once it has. */
  readonly hangup: HangupCause | undefined;
  /** The call that its channels went on to: it has not ended, but is one with that now. */
  readonly mergedInto: string | undefined;
  /** What has happened, oldest first; the last two hundred entries. */
  readonly timeline: readonly TimelineEntry[];
}

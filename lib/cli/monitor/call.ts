import type { Party } from './party.js';

/**
 * How far a call has come.
 *
 * - `dialling`: somebody is being reached, nothing rings yet.
 * - `ringing`
 * - `queued`: waits in a queue.
 * - `talking`: two or more are connected.
 * - `held`: connected, and on hold.
 * - `conference`
 * - `parked`
 * - `up`: answered, and nobody there but the exchange: a menu, a mailbox, an announcement.
 */
export type CallState =
  'dialling' | 'ringing' | 'queued' | 'talking' | 'held' | 'conference' | 'parked' | 'up';

/** A call that is up: the channels that share a Linkedid. */
export interface Call {
  /** Its Linkedid. */
  readonly id: string;
  readonly startedAt: number;
  /** Who began it; once that party has left, who is left. */
  readonly who: Party;
  /** The others. */
  readonly with: readonly Party[];
  readonly state: CallState;
  /** When the state began. */
  readonly since: number;
  /** The queue that it waits in. */
  readonly queue?: string;
  /** The conference that it is in. */
  readonly room?: string;
  /** Where in the dialplan it is, while it is `up`. */
  readonly exten?: string;
}

/** Why a channel was hung up, by Asterisk's number and words. */
export interface HangupCause {
  readonly code: number;
  readonly text: string;
}

/** A call that is over. */
export interface EndedCall {
  readonly id: string;
  readonly who: Party;
  /** Whom it was last connected with, or else whom it tried to reach. */
  readonly with: readonly Party[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly talkMs: number;
  /** Somebody talked with somebody, or an application took the call. */
  readonly answered: boolean;
  readonly queue?: string;
  readonly room?: string;
  readonly cause?: HangupCause;
  /** How the last dial ended, such as `NOANSWER` or `BUSY`. */
  readonly dialStatus?: string;
  /** The call that its channels went on to; it is not over, but one with that. */
  readonly mergedInto?: string;
}

/** Whether people are connected with each other in this state. */
export function isConnectedState(state: CallState): boolean {
  return state === 'talking' || state === 'held' || state === 'conference';
}

/** Whether a call is over. */
export function isEnded(call: Call | EndedCall): call is EndedCall {
  return 'endedAt' in call;
}

import type { CallResult, HangupCause, Transfer } from '../../live/index.js';
import type { Party } from './party.js';

/**
 * How far a call has come, as it is shown.
 *
 * - `dialling`: somebody is being reached, nothing rings yet.
 * - `ringing`: also of a call that waits in a queue, while a member is called.
 * - `queued`: waits in a queue.
 * - `talking`: two or more are connected.
 * - `held`: connected, and on hold.
 * - `conference`
 * - `parked`
 * - `up`: answered, and nobody there but the exchange: a menu, a mailbox, an announcement.
 */
export type ShownState =
  'dialling' | 'ringing' | 'queued' | 'talking' | 'held' | 'conference' | 'parked' | 'up';

/** Where a call is, besides with somebody. */
export interface Whereabouts {
  /** The queue that it waits in, or that has brought it to who answers. */
  readonly queue: string | undefined;
  /** The member of the queue who has answered. */
  readonly agent: string | undefined;
  /** The conference that it is in. */
  readonly room: string | undefined;
  /** The space where it is parked. */
  readonly parking: string | undefined;
  /** Where in the dialplan it is, while it is `up`. */
  readonly exten: string | undefined;
}

/** A call that is up, as it is shown. */
export interface ShownCall extends Whereabouts {
  readonly id: string;
  readonly startedAt: number;
  /** Who began it; once that party has left, who is left. */
  readonly who: Party;
  /** The others. */
  readonly with: readonly Party[];
  readonly state: ShownState;
  /** When the state began. */
  readonly since: number;
}

/** A call that is over. */
export interface EndedCall extends Omit<Whereabouts, 'parking' | 'exten'> {
  readonly id: string;
  readonly who: Party;
  /** Whom it was last connected with, or else whom it tried to reach. */
  readonly with: readonly Party[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly talkMs: number;
  readonly result: CallResult;
  /** Somebody could not be reached because no way led there, or it had no room. */
  readonly failure: 'unavailable' | 'congestion' | undefined;
  readonly cause: HangupCause | undefined;
}

/** What has become of a call. */
export type CallStep =
  | { readonly type: 'changed'; readonly call: ShownCall }
  | { readonly type: 'transferred'; readonly call: ShownCall; readonly transfer: ShownTransfer }
  /** Its channels went on in another one. */
  | { readonly type: 'merged'; readonly call: ShownCall; readonly into: Heir }
  | { readonly type: 'ended'; readonly call: EndedCall };

/** The call that another one has become part of. */
export interface Heir {
  readonly id: string;
  /** Who began it. */
  readonly who: Party | undefined;
}

/** A transfer; the target is somebody in the call, where that is known. */
export interface ShownTransfer extends Pick<Transfer, 'type' | 'isSuccessful'> {
  readonly by: Partial<Party>;
  readonly to: Party | string | undefined;
}

/** Whether people are connected with each other in this state. */
export function isConnectedState(state: ShownState): boolean {
  return state === 'talking' || state === 'held' || state === 'conference';
}

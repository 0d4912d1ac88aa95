import type { Channel, Party } from '../channels/channel.js';

/**
 * How far a dial has come, or how it ended.
 *
 * - `answered-elsewhere`: somebody else took the call, by a pickup for instance.
 * - `rejected`: the callee, or a rule of his, did not want it.
 * - `forwarded`: the phone sent the caller somewhere else.
 */
export type DialStatus =
  | 'dialing'
  | 'proceeding'
  | 'progress'
  | 'ringing'
  | 'answered'
  | 'busy'
  | 'no-answer'
  | 'cancelled'
  | 'congestion'
  | 'unavailable'
  | 'rejected'
  | 'forwarded'
  | 'answered-elsewhere'
  | 'ended';

/** An attempt to reach somebody. */
export interface Dial {
  /** Who dials: a Uniqueid; `undefined` where the exchange does so itself. */
  readonly from: string | undefined;
  /** The channel that is dialled: a Uniqueid. */
  readonly to: string;
  readonly channel: string;
  readonly party: Party;
  readonly status: DialStatus;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  /** The member of a queue who is dialled. */
  readonly member: string | undefined;
  /** Where the phone sent the caller. */
  readonly forwardedTo: string | undefined;
}

/** Asterisk's words for states and ends of a dial, from `main/dial.c` and `apps/app_dial.c`. */
const statuses: ReadonlyMap<string, DialStatus> = new Map([
  ['RINGING', 'ringing'],
  ['PROCEEDING', 'proceeding'],
  ['PROGRESS', 'progress'],
  ['ANSWER', 'answered'],
  ['BUSY', 'busy'],
  ['NOANSWER', 'no-answer'],
  ['CANCEL', 'cancelled'],
  ['CONGESTION', 'congestion'],
  ['CHANUNAVAIL', 'unavailable'],
  ['DONTCALL', 'rejected'],
  ['TORTURE', 'rejected'],
  ['ABORT', 'cancelled'],
  ['CONTINUE', 'ended'],
  ['GOTO', 'ended'],
]);

/** A status by Asterisk's word for it. */
export function toDialStatus(word: string | undefined): DialStatus | undefined {
  if (word === undefined) return undefined;
  // In capitals, as they are, they are found at once.
  return statuses.get(word) ?? statuses.get(word.toUpperCase());
}

/** Whether somebody is still being reached. */
export function isOpen({ endedAt }: Dial): boolean {
  return endedAt === undefined;
}

/** How a dial has ended of which only a hangup tells: of the one who is dialled, or who dials. */
export function statusAtHangup(dial: Dial, { id, hangup }: Channel): DialStatus {
  if (dial.to === id && hangup?.code === 26) return 'answered-elsewhere';
  // An Originate whose time is up ends no dial; there is no caller who could have given up.
  return dial.from === undefined && dial.status === 'ringing' ? 'no-answer' : 'cancelled';
}

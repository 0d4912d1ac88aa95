import type { DeviceState } from '../devices.js';
import { isFalse, isTrue } from '../is-true.js';
import type { QueueCaller } from './queue-caller.js';
import type { QueueMember } from './queue-member.js';

/** What keeps a member from counting where a queue looks whether anybody serves. */
const conditions = [
  ...(['penalty', 'paused', 'inuse', 'ringing', 'unavailable'] as const),
  ...(['invalid', 'unknown', 'wrapup'] as const),
];

type Condition = (typeof conditions)[number];

const groups: Readonly<Record<string, readonly Condition[]>> = {
  strict: ['penalty', 'invalid', 'paused', 'unavailable'],
  loose: ['penalty', 'invalid'],
};

/** What those who only say that an empty queue matters mean. */
const usual: readonly Condition[] = ['penalty', 'invalid', 'paused'];

/** Reads `joinempty`, or `leavewhenempty`, which says `yes` where the other says `no`. */
export function readEmptyConditions(text: string, option: 'join' | 'leave'): Set<Condition> {
  const matters = option === 'join' ? isFalse : isTrue;
  return new Set(
    text.split(',').flatMap((part): readonly Condition[] => {
      const word = part.trim().toLowerCase();
      if (matters(word)) return usual;
      return groups[word] ?? conditions.filter((condition) => condition === word);
    }),
  );
}

/** Whether a queue has no member who counts (`get_member_status`). */
export function isEmpty(
  members: readonly QueueMember[],
  without: ReadonlySet<Condition>,
  caller: QueueCaller,
): boolean {
  return without.size > 0 && !members.some((member) => counts(member, without, caller));
}

/** The states in which a condition holds. */
const states: Partial<Record<DeviceState, Condition>> = {
  INVALID: 'invalid',
  UNAVAILABLE: 'unavailable',
  INUSE: 'inuse',
  RINGING: 'ringing',
  UNKNOWN: 'unknown',
};

function counts(
  member: QueueMember,
  without: ReadonlySet<Condition>,
  caller: QueueCaller,
): boolean {
  if (without.has('penalty') && caller.penaltyOf(member.penalty) === undefined) return false;
  const condition = states[member.state];
  if (condition !== undefined && without.has(condition)) return false;
  if (without.has('paused') && member.isPaused) return false;
  return !(without.has('wrapup') && member.isWrappingUp);
}

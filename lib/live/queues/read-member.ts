import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readFlag, readNumber, readTime } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import type { QueueMember, QueueMembership, QueueMemberState } from './queue.js';
import { keepText, textIn } from './read-names.js';

/** By Asterisk's numbers for the states of devices. */
const states: readonly QueueMemberState[] = [
  'unknown',
  'not-in-use',
  'in-use',
  'busy',
  'invalid',
  'unavailable',
  'ringing',
  'ring-in-use',
  'on-hold',
];

/**
 * A member as an event or an entry of `QueueStatus` has it. The two spell some fields differently;
 * what one of them does not say stays as it is known.
 *
 * Source: `queue_member_blob_create` and `manager_queues_status` in `apps/app_queue.c`.
 *
 * @param device - The interface.
 * @param at - The moment, in milliseconds since 1970.
 */
export function readMember(
  event: AmiEvent,
  device: string,
  known: QueueMember | undefined,
  at: number,
): QueueMember {
  const id = known?.interface ?? ownText(device);
  const isPaused = readFlag(event, 'Paused') ?? known?.isPaused ?? false;
  const isInCall = readFlag(event, 'InCall') ?? known?.isInCall ?? false;
  return keepSame(known, {
    interface: id,
    name: keepText(textIn(event, 'MemberName', 'Name'), known?.name ?? id),
    stateInterface: keepText(textIn(event, 'StateInterface'), known?.stateInterface ?? id),
    state: states[readNumber(event, 'Status') ?? -1] ?? known?.state ?? 'unknown',
    membership: readMembership(event, known?.membership),
    isPaused,
    pauseReason: isPaused ? readReason(event, known) : undefined,
    pausedAt: isPaused ? pauseStart(event, known, at) : undefined,
    lastPauseAt: event.has('LastPause') ? readTime(event, 'LastPause') : known?.lastPauseAt,
    penalty: readNumber(event, 'Penalty') ?? known?.penalty ?? 0,
    ringInUse: readFlag(event, 'Ringinuse') ?? known?.ringInUse,
    callsTaken: readNumber(event, 'CallsTaken') ?? known?.callsTaken ?? 0,
    lastCallAt: event.has('LastCall') ? readTime(event, 'LastCall') : known?.lastCallAt,
    loginAt: readTime(event, 'LoginTime') ?? known?.loginAt,
    wrapUpMs: inMs(readNumber(event, 'Wrapuptime')) ?? known?.wrapUpMs,
    isInCall,
    // Whoever is in no call any more has ended it, whether that was heard of or not.
    call: !isInCall && known?.call?.state === 'talking' ? undefined : known?.call,
  });
}

/** Lists call realtime members static. */
function readMembership(
  event: AmiEvent,
  known: QueueMembership | undefined,
): QueueMembership | undefined {
  const membership = event.get('Membership');
  if (membership === 'dynamic' || membership === 'realtime') return membership;
  if (membership !== 'static') return known;
  return known === 'realtime' && event.name === 'QueueMember' ? known : membership;
}

function readReason(event: AmiEvent, known: QueueMember | undefined): string | undefined {
  const reason = event.get('PausedReason') ?? event.get('Reason');
  return reason === '' ? undefined : keepText(reason, known?.pauseReason);
}

/** As the exchange says it; where it does not, when it was heard of. */
function pauseStart(
  event: AmiEvent,
  known: QueueMember | undefined,
  at: number,
): number | undefined {
  const isNews = known?.isPaused !== true && event.name !== 'QueueMember';
  return readTime(event, 'LastPause') ?? known?.pausedAt ?? (isNews ? at : undefined);
}

function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

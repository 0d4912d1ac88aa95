import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { readNumber } from '../core/read-value.js';
import type { Queue, QueueMember, QueueMemberCall } from './queue.js';
import { textIn } from './read-names.js';

type Members = Queue['members'];

/** How far off a time may be that is told in whole seconds. */
const ROUNDED_MS = 2000;

/** The members after a change of some: the same map where nobody has changed. */
export function changeMembers(
  members: Members,
  change: (member: QueueMember) => QueueMember,
): Members {
  let changed: Map<string, QueueMember> | undefined;
  for (const [key, member] of members) {
    const next = change(member);
    if (next !== member) (changed ??= new Map(members)).set(key, next);
  }
  return changed ?? members;
}

/** The call that an event tells of, in which the member's channel has the prefix `Dest`. */
export function readCall(
  { uniqueid, destUniqueid, at }: Context,
  state: QueueMemberCall['state'],
): QueueMemberCall | undefined {
  if (uniqueid === '') return undefined;
  const memberChannelId = destUniqueid === '' ? undefined : destUniqueid;
  return { channelId: uniqueid, memberChannelId, state, since: at };
}

/** The member is called. One who talks meanwhile goes on talking. */
export function called(member: QueueMember, call: QueueMemberCall): QueueMember {
  const known = member.call;
  const isRepeated =
    known?.channelId === call.channelId && known.memberChannelId === call.memberChannelId;
  return isRepeated || known?.state === 'talking' ? member : withCall(member, call);
}

/** A caller talks to the member with an interface, and rings at the others no more. */
export function connected(member: QueueMember, device: string, call: QueueMemberCall): QueueMember {
  return member.interface === device
    ? withCall(member, call, true)
    : missed(member, call.channelId);
}

/**
 * A call of the member is over. Of one who has several, the latest counts; which one it was is not always
 * said, and then the next list tells.
 *
 * Source: `update_queue()` in `apps/app_queue.c`.
 */
export function completed(member: QueueMember, event: AmiEvent, at: number): QueueMember {
  const { call, isInCall } = member;
  if (call?.state === 'talking' && !isEndOf(call, event, at)) return member;
  // It may ring for the next one already.
  const isNext = call?.state === 'ringing' && call.channelId !== textIn(event, 'Uniqueid');
  const next = isNext ? call : undefined;
  return !isInCall && call === next ? member : withCall(member, next, false);
}

/** Both channels may be gone before the end is told, and then only the time tells which call it was. */
function isEndOf(call: QueueMemberCall, event: AmiEvent, at: number): boolean {
  const channelId = textIn(event, 'Uniqueid');
  const memberChannelId = textIn(event, 'DestUniqueid');
  if (channelId === undefined && memberChannelId === undefined) {
    const talkMs = (readNumber(event, 'TalkTime') ?? 0) * 1000;
    return Math.abs(at - talkMs - call.since) < ROUNDED_MS;
  }
  if (channelId === call.channelId) return true;
  return memberChannelId !== undefined && memberChannelId === call.memberChannelId;
}

/** The member is called no more: for a caller, or over a channel. */
export function missed(member: QueueMember, channelId: string): QueueMember {
  const { call } = member;
  const isOf = call?.channelId === channelId || call?.memberChannelId === channelId;
  return call?.state === 'ringing' && isOf ? withCall(member, undefined) : member;
}

/** A copy by hand: one by `...` takes the engine a microsecond. */
function withCall(
  member: QueueMember,
  call: QueueMemberCall | undefined,
  isInCall = member.isInCall,
): QueueMember {
  return {
    interface: member.interface,
    name: member.name,
    stateInterface: member.stateInterface,
    state: member.state,
    membership: member.membership,
    isPaused: member.isPaused,
    pauseReason: member.pauseReason,
    pausedAt: member.pausedAt,
    lastPauseAt: member.lastPauseAt,
    penalty: member.penalty,
    ringInUse: member.ringInUse,
    callsTaken: member.callsTaken,
    lastCallAt: member.lastCallAt,
    loginAt: member.loginAt,
    wrapUpMs: member.wrapUpMs,
    isInCall,
    call,
  };
}

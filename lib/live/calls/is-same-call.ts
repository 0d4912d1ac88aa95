import type { Call } from './call.js';

/** Whether an event has told nothing new of a call. By hand, since there are many fields. */
export function isSameCall(a: Call, b: Call): boolean {
  return (
    a.state === b.state &&
    a.timeline === b.timeline &&
    a.legs === b.legs &&
    a.dials === b.dials &&
    a.talking === b.talking &&
    a.caller === b.caller &&
    a.callee === b.callee &&
    a.queue === b.queue &&
    a.hangup === b.hangup &&
    a.conference === b.conference &&
    a.parking === b.parking &&
    a.transfers === b.transfers &&
    a.pickups === b.pickups &&
    a.isRecorded === b.isRecorded &&
    a.direction === b.direction &&
    a.linkedid === b.linkedid &&
    a.startedAt === b.startedAt &&
    a.answeredAt === b.answeredAt &&
    a.answer === b.answer &&
    a.heldMs === b.heldMs &&
    a.heldSince === b.heldSince &&
    a.lastSeenAt === b.lastSeenAt &&
    a.endedAt === b.endedAt &&
    a.talkMs === b.talkMs &&
    a.talkingSince === b.talkingSince &&
    a.result === b.result &&
    a.mergedInto === b.mergedInto
  );
}

import type { Call } from '../../../lib/live/calls/call.js';
import type { Dial } from '../../../lib/live/calls/dial.js';
import type { Cause, Change } from '../../../lib/live/core/change.js';
import { parseEvent } from '../../support/parse.js';

const nobody = { number: undefined, name: undefined };
const byEvent: Cause = { type: 'event', event: parseEvent('Event: Newstate\r\n\r\n') };

/** A call that has just begun, but for what is said of it. */
export function callOf(said: Partial<Call> = {}): Call {
  return {
    id: 'a',
    linkedid: 'a',
    state: 'dialing',
    direction: 'inbound',
    caller: nobody,
    callee: undefined,
    legs: [],
    talking: [],
    dials: [],
    queue: undefined,
    conference: undefined,
    parking: undefined,
    transfers: [],
    pickups: [],
    isRecorded: false,
    startedAt: 0,
    answeredAt: undefined,
    answer: undefined,
    lastSeenAt: undefined,
    heldMs: 0,
    heldSince: undefined,
    endedAt: undefined,
    talkMs: 0,
    talkingSince: undefined,
    result: undefined,
    hangup: undefined,
    mergedInto: undefined,
    timeline: [],
    ...said,
  };
}

/** A dial to a number. */
export function dialTo(number: string): Dial {
  return {
    from: 'a',
    to: number,
    channel: `PJSIP/${number}`,
    party: { number, name: undefined },
    status: 'ringing',
    startedAt: 0,
    endedAt: undefined,
    member: undefined,
    forwardedTo: undefined,
  };
}

/** A call has begun, or was there before. */
export function added(value: Call, why: 'event' | 'seed' | 'resync' = 'event'): Change<Call> {
  const cause: Cause = why === 'event' ? byEvent : { type: why };
  return { type: 'added', key: value.id, value, previous: undefined, cause };
}

/** A call has changed. */
export function updated(previous: Call, value: Call): Change<Call> {
  return { type: 'updated', key: value.id, value, previous, cause: byEvent };
}

/** A call is no more. */
export function removed(previous: Call): Change<Call> {
  return { type: 'removed', key: previous.id, value: undefined, previous, cause: byEvent };
}

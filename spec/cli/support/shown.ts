import type { EndedCall, ShownCall } from '../../../lib/cli/monitor/call.js';
import type { Party } from '../../../lib/cli/monitor/party.js';
import type { ShownQueue } from '../../../lib/cli/monitor/queue.js';

const nowhere = {
  queue: undefined,
  agent: undefined,
  room: undefined,
  parking: undefined,
  exten: undefined,
};

/** Somebody at a phone of that name. */
export function person(channel: string, number?: string, name?: string): Party {
  return { name, number, channel: `PJSIP/${channel}`, call: undefined };
}

/** A call as it is shown, of Anna and Ben unless it says otherwise. */
export function shownCall(call: Partial<ShownCall> = {}): ShownCall {
  const times = { startedAt: 0, since: 0 };
  const people = { who: person('anna-1', '201', 'Anna'), with: [person('ben-00000002', '202')] };
  return { id: '1.2', state: 'ringing', ...times, ...people, ...nowhere, ...call };
}

/** A call that is over, of the same people. */
export function endedCall(call: Partial<EndedCall> = {}): EndedCall {
  const { id, who, with: others } = shownCall();
  return {
    id,
    who,
    with: others,
    startedAt: 0,
    endedAt: 9,
    talkMs: 0,
    result: 'answered',
    failure: undefined,
    queue: undefined,
    agent: undefined,
    room: undefined,
    cause: undefined,
    ...call,
  };
}

/** A queue as it is shown: nobody waits, two could answer. */
export function shownQueue(queue: Partial<ShownQueue> = {}): ShownQueue {
  return {
    name: 'support',
    waiting: 0,
    waitingSince: undefined,
    members: 3,
    available: 2,
    talking: 0,
    paused: 1,
    ...queue,
  };
}

import { clean } from '../text/clean.js';
import type { Call, CallState, EndedCall } from './call.js';

const words: Record<CallState, string> = {
  dialling: 'dialling',
  ringing: 'ringing',
  queued: 'in queue',
  talking: 'talking',
  held: 'on hold',
  conference: 'in conference',
  parked: 'parked',
  up: 'in dialplan',
};

/** A call's state for people. */
export function toStateText({ state }: Pick<Call, 'state'>): string {
  return words[state];
}

/** Where a call is when nobody else is in it: a queue, a conference, an extension. */
export function toPlaceText({
  queue,
  room,
  exten,
}: Pick<Call, 'queue' | 'room' | 'exten'>): string {
  if (room !== undefined) return `conference ${clean(room)}`;
  if (queue !== undefined) return `queue ${clean(queue)}`;
  return exten === undefined ? '' : `exten ${clean(exten)}`;
}

const dialResults: Readonly<Record<string, string>> = {
  NOANSWER: 'no answer',
  BUSY: 'busy',
  CANCEL: 'cancelled',
  CONGESTION: 'congestion',
  CHANUNAVAIL: 'not reachable',
  DONTCALL: 'rejected',
  TORTURE: 'rejected',
};

/** How a call ended, in a few words. */
export function toEndText(call: EndedCall): string {
  if (call.mergedInto !== undefined) return 'went on in another call';
  if (call.answered)
    return call.cause?.code === 16 ? 'answered' : clean(withCause(call, 'answered'));
  const reason = call.dialStatus === undefined ? undefined : dialResults[call.dialStatus];
  if (reason !== undefined) return `missed: ${reason}`;
  return clean(withCause(call, call.queue === undefined ? 'missed' : 'missed: left the queue'));
}

function withCause({ cause }: EndedCall, text: string): string {
  return cause === undefined || cause.code === 0 || cause.text === ''
    ? text
    : `${text}, ${cause.text.toLowerCase()}`;
}

import type { CallResult } from '../../live/index.js';
import { clean } from '../text/clean.js';
import type { EndedCall, ShownCall, ShownState, Whereabouts } from './call.js';

const words: Record<ShownState, string> = {
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
export function toStateText({ state }: Pick<ShownCall, 'state'>): string {
  return words[state];
}

/** Where a call is: a queue, a conference, a parking space, an extension. */
export function toPlaceText({ queue, room, parking, exten }: Partial<Whereabouts>): string {
  if (room !== undefined) return `conference ${clean(room)}`;
  if (parking !== undefined) return `space ${clean(parking)}`;
  if (queue !== undefined) return `queue ${clean(queue)}`;
  return exten === undefined ? '' : `exten ${clean(exten)}`;
}

const results: Record<CallResult, string> = {
  answered: 'answered',
  busy: 'missed: busy',
  'no-answer': 'missed: no answer',
  rejected: 'missed: rejected',
  cancelled: 'missed: cancelled',
  abandoned: 'missed: abandoned',
  failed: 'missed',
};

const failures: Record<NonNullable<EndedCall['failure']>, string> = {
  unavailable: 'missed: not reachable',
  congestion: 'missed: congestion',
};

/** How a call ended, in a few words. */
export function toEndText({ result, failure, cause }: EndedCall): string {
  if (failure !== undefined) return failures[failure];
  const isPlain = result === 'answered' ? cause?.code === NORMAL : result !== 'failed';
  const isSaid = !isPlain && cause !== undefined && cause.code !== 0 && (cause.text ?? '') !== '';
  return isSaid ? clean(`${results[result]}, ${cause.text?.toLowerCase() ?? ''}`) : results[result];
}

/** Q.850's number for a normal end. */
const NORMAL = 16;

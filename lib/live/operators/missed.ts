import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call that is over, and in which somebody was called in vain at the
 * last, once, as its last value. Those who were lost after a first talk, by a transfer to a phone that
 * nobody answered for instance, are among them: `answeredAt` tells.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { missed, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(missed()).subscribe(({ caller }) => console.log(caller.number));
 * ```
 */
export function missed(): OperatorFunction<Change<Call>, Call> {
  return becoming(({ state, result }) => state === 'ended' && result !== 'answered');
}

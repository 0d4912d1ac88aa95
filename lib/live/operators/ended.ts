import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call that is over, once, as its last value: `result` says how it
 * ended, `timeline` what happened. Calls that have become one with another are not over.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { ended, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(ended()).subscribe(({ result }) => console.log(result));
 * ```
 */
export function ended(): OperatorFunction<Change<Call>, Call> {
  return becoming(({ state }) => state === 'ended');
}

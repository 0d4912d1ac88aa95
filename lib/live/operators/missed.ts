import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call that is over and was not answered, once, as its last value.
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

import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call that begins to ring.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { ringing, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(ringing()).subscribe(({ callee }) => console.log(callee?.number));
 * ```
 */
export function ringing(): OperatorFunction<Change<Call>, Call> {
  return becoming(({ state }) => state === 'ringing');
}

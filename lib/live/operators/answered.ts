import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call that is answered: people begin to talk, or the exchange answers
 * and nobody else is dialled. A call that the exchange answers first, with a menu or so, and a person
 * later, comes twice; `talkingSince` tells which.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { answered, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(answered()).subscribe(({ callee }) => console.log(callee?.number));
 * ```
 */
export function answered(): OperatorFunction<Change<Call>, Call> {
  return becoming(({ answeredAt }) => answeredAt !== undefined);
}

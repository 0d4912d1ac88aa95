import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call in which somebody puts the others on hold.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { held, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(held()).subscribe(({ caller }) => console.log(caller.number));
 * ```
 */
export function held(): OperatorFunction<Change<Call>, Call> {
  return becoming(({ state }) => state === 'held');
}

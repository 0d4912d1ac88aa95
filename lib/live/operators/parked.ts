import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call that is parked.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { parked, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(parked()).subscribe(({ parking }) => console.log(parking?.space));
 * ```
 */
export function parked(): OperatorFunction<Change<Call>, Call> {
  return becoming(({ state }) => state === 'parked');
}

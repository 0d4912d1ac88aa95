import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';
import { becoming } from './becoming.js';

/**
 * From changes of calls to each call that begins to wait in a queue.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { queued, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(queued()).subscribe(({ queue }) => console.log(queue?.queue));
 * ```
 */
export function queued(): OperatorFunction<Change<Call>, Call> {
  return becoming(({ state }) => state === 'queued');
}

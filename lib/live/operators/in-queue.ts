import { filter } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';

/**
 * Only the changes of calls that wait, or waited, in a queue of this name; to be put before others.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { inQueue, liveCalls, missed } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami)
 *   .changes$.pipe(inQueue('support'), missed())
 *   .subscribe(({ caller }) => console.log(caller.number));
 * ```
 */
export function inQueue(name: string): MonoTypeOperatorFunction<Change<Call>> {
  return filter(({ value, previous }) => (value ?? previous).queue?.queue === name);
}

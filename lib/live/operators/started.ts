import { filter, map } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import type { Change } from '../core/change.js';

/**
 * From changes to what has begun: calls, channels, whatever they are of. What was there already when
 * the state was first read is not among them.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveCalls, started } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.pipe(started()).subscribe(({ caller }) => console.log(caller.number));
 * ```
 */
export function started<V>(): OperatorFunction<Change<V>, V> {
  return (source) =>
    source.pipe(
      filter((change) => change.type === 'added' && change.cause.type !== 'seed'),
      map(({ value }) => value as V),
    );
}

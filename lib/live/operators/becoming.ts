import { filter, map } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import type { Change } from '../core/change.js';

/**
 * From changes to the values that come to fulfil a condition which they did not fulfil before. What
 * fulfilled it already when the state was first read is not among them.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { becoming, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami)
 *   .changes$.pipe(becoming((call) => call.isRecorded))
 *   .subscribe(({ id }) => console.log(id));
 * ```
 */
export function becoming<V>(condition: (value: V) => boolean): OperatorFunction<Change<V>, V> {
  return (source) =>
    source.pipe(
      filter((change) => change.type !== 'removed'),
      filter(
        ({ type, value, previous, cause }) =>
          condition(value) && (type === 'added' ? cause.type !== 'seed' : !condition(previous)),
      ),
      map(({ value }) => value),
    );
}

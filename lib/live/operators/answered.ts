import { filter, map } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';

/**
 * From changes of calls to a call each time that somebody answers it: `answer` says who, and `callee`
 * the same once people talk. A call that is transferred, or goes through a queue, comes again with each
 * who answers it; so does one that is fetched from a parking lot. A call that only the exchange answers,
 * with a menu or a mailbox, does not come.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { answered, liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami)
 *   .changes$.pipe(answered())
 *   .subscribe(({ caller, answer }) => console.log(answer?.party.number, 'talks to', caller.number));
 * ```
 */
export function answered(): OperatorFunction<Change<Call>, Call> {
  return (source) =>
    source.pipe(
      filter(({ value, previous, cause }) => {
        const who = value?.answer?.channelId;
        const isKnown = previous === undefined && cause.type === 'seed';
        return who !== undefined && who !== previous?.answer?.channelId && !isKnown;
      }),
      map(({ value }) => value as Call),
    );
}

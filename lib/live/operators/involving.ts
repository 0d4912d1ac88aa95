import { filter } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';
import type { Call } from '../calls/call.js';
import type { Change } from '../core/change.js';

/**
 * Only the changes of calls that a number has part in: as the caller, as one who is dialled, or as any
 * other party; to be put before others.
 *
 * Completes and errors with its source.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { involving, liveCalls, ringing } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami)
 *   .changes$.pipe(involving('1001'), ringing())
 *   .subscribe(({ caller }) => console.log(caller.number, caller.name));
 * ```
 */
export function involving(number: string): MonoTypeOperatorFunction<Change<Call>> {
  return filter(({ value, previous }) => {
    const call = value ?? previous;
    return [call, ...call.legs, ...call.dials].some((one) => partyOf(one).number === number);
  });
}

function partyOf(one: Call | Call['legs'][number] | Call['dials'][number]): Call['caller'] {
  return 'party' in one ? one.party : one.caller;
}

import type { AmiClient } from '../client/index.js';
import { callKind } from './calls/call-model.js';
import type { Call } from './calls/call.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';

/**
 * The calls of an exchange, by the Linkedid under which each was first seen: who calls whom, who
 * talks to whom, and how far it has come.
 *
 * Put together from the channels and bridges. A call that is over is `updated` once to its last value
 * (`state` is `ended`, `result` says how), then `removed`. See {@link Live} for when the streams emit,
 * error and complete; unsubscribing from all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveCalls } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveCalls(ami).changes$.subscribe(({ value }) => {
 *   if (value?.state === 'ended') console.log(value.caller.number, value.result, value.talkMs);
 * });
 * ```
 */
export function liveCalls(ami: AmiClient, options?: LiveOptions): Live<Call> {
  return liveOf(ami, callKind, options);
}

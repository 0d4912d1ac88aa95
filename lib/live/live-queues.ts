import type { AmiClient } from '../client/index.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import { queueKind } from './queues/queue-model.js';
import type { Queue } from './queues/queue.js';

/**
 * The queues of an exchange, by name: who waits in them and in which order, who answers and what they
 * do, and how well calls are served.
 *
 * Read from `QueueStatus`, kept by the events of queues, their members and agents, and by `Hangup`.
 * What no event tells (figures, priorities, reloads of the configuration) is read from the list again,
 * a few seconds after calls have come or gone and at each look for lost events. Needs the class `agent`
 * in the user's `read`. See {@link Live} for when the streams emit, error and complete; unsubscribing
 * from all of them ends the tracking.
 *
 * Source: `apps/app_queue.c`.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { availableMembers, liveQueues } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveQueues(ami).values$.subscribe((queues) => {
 *   for (const queue of queues.values()) {
 *     console.log(queue.name, queue.waiting.length, availableMembers(queue).length);
 *   }
 * });
 * ```
 */
export function liveQueues(ami: AmiClient, options?: LiveOptions): Live<Queue> {
  return liveOf(ami, queueKind, options);
}

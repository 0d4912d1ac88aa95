import type { Queue, QueueMember } from './queue.js';

/**
 * The members whom a queue can call now: logged in, not paused, with nothing on their device. What
 * `QueueSummary` counts as available.
 *
 * Source: `manager_queues_summary` in `apps/app_queue.c`.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { availableMembers, liveQueues } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveQueues(ami)
 *   .watch('support')
 *   .subscribe((queue) => {
 *     console.log(queue === undefined ? 'no such queue' : availableMembers(queue).length);
 *   });
 * ```
 */
export function availableMembers(queue: Queue): QueueMember[] {
  return membersThat(
    queue,
    ({ isPaused, state }) => !isPaused && (state === 'not-in-use' || state === 'unknown'),
  );
}

/**
 * The members who are in a call of the queue.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveQueues, talkingMembers } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveQueues(ami).changes$.subscribe(({ value }) => {
 *   if (value !== undefined) console.log(value.name, talkingMembers(value).length);
 * });
 * ```
 */
export function talkingMembers(queue: Queue): QueueMember[] {
  return membersThat(queue, ({ isInCall }) => isInCall);
}

/**
 * The members who are paused.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveQueues, pausedMembers } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveQueues(ami).changes$.subscribe(({ value }) => {
 *   for (const { name, pauseReason } of value === undefined ? [] : pausedMembers(value)) {
 *     console.log(name, pauseReason);
 *   }
 * });
 * ```
 */
export function pausedMembers(queue: Queue): QueueMember[] {
  return membersThat(queue, ({ isPaused }) => isPaused);
}

/**
 * When the caller who waits longest joined, in milliseconds since 1970; `undefined` where nobody
 * waits. With priorities that need not be the first.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveQueues, oldestJoinedAt } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveQueues(ami)
 *   .watch('support')
 *   .subscribe((queue) => {
 *     console.log(queue === undefined ? undefined : oldestJoinedAt(queue));
 *   });
 * ```
 */
export function oldestJoinedAt({ waiting }: Queue): number | undefined {
  let oldest: number | undefined;
  for (const { joinedAt } of waiting) oldest = Math.min(oldest ?? joinedAt, joinedAt);
  return oldest;
}

/**
 * How long the caller who waits longest has been waiting at a moment, in milliseconds; 0 where nobody
 * waits. It grows without any event: ask again when a second has passed.
 *
 * @example
 * ```ts
 * import { combineLatest, interval } from 'rxjs';
 * import { connect } from 'rxjs-ami';
 * import { liveQueues, longestWaitMs } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * combineLatest([liveQueues(ami).values$, interval(1000)]).subscribe(([queues]) => {
 *   for (const queue of queues.values()) console.log(queue.name, longestWaitMs(queue, Date.now()));
 * });
 * ```
 */
export function longestWaitMs(queue: Queue, at: number): number {
  return Math.max(0, at - (oldestJoinedAt(queue) ?? at));
}

function membersThat({ members }: Queue, test: (member: QueueMember) => boolean): QueueMember[] {
  return [...members.values()].filter(test);
}

import {
  availableMembers,
  oldestJoinedAt,
  pausedMembers,
  talkingMembers,
} from '../../live/index.js';
import type { Queue } from '../../live/index.js';

/** A queue as it is shown: in numbers. */
export interface ShownQueue {
  readonly name: string;
  /** How many callers wait. */
  readonly waiting: number;
  /** When the one who waits longest came. */
  readonly waitingSince: number | undefined;
  readonly members: number;
  /** How many members could take a call now. */
  readonly available: number;
  /** How many members are in a call of the queue. */
  readonly talking: number;
  readonly paused: number;
}

/** The numbers of a queue. */
export function toShownQueue(queue: Queue): ShownQueue {
  // Asterisk counts a member as available whose device it cannot see busy, as behind a Local channel.
  const available = availableMembers(queue).filter(({ isInCall }) => !isInCall);
  return {
    name: queue.name,
    waiting: queue.waiting.length,
    waitingSince: oldestJoinedAt(queue),
    members: queue.members.size,
    available: available.length,
    talking: talkingMembers(queue).length,
    paused: pausedMembers(queue).length,
  };
}

/** Whether what counts is the same. */
export function isSameCount(a: ShownQueue, b: ShownQueue): boolean {
  return (
    a.waiting === b.waiting &&
    a.available === b.available &&
    a.talking === b.talking &&
    a.paused === b.paused
  );
}

/** For how long the caller has waited who waits longest. */
export function longestWaitMs({ waitingSince }: ShownQueue, at: number): number {
  return Math.max(0, at - (waitingSince ?? at));
}

import type { Call, QueueVisit } from '../../live/index.js';

/** What a monitor has seen of a queue, in numbers. */
export interface QueueSummary {
  readonly queue: string;
  /** Callers, whether they wait still or not. */
  readonly calls: number;
  /** Callers whom a member answered. */
  readonly answered: number;
  /** Callers who gave up. */
  readonly abandoned: number;
  readonly waiting: number;
  /** Of the callers who were seen to join. */
  readonly longestWaitMs: number;
}

/** Counts the callers of queues. */
export class QueueTally {
  readonly #sums = new Map<string, QueueSummary>();

  /** Takes a call before and after a change: whoever goes on to another queue has been in two. */
  follow(call: Call, previous: Call | undefined, at: number): void {
    const [visit, before] = [call.queue, previous?.queue];
    if (before !== undefined && !isSameVisit(before, visit)) add(this.#sums, before, at, false);
    if (call.state === 'ended' && visit !== undefined) add(this.#sums, visit, at, false);
  }

  /** Everything so far, with the calls that are up; queues that nobody called are left out. */
  sum(up: readonly Call[], at: number): QueueSummary[] {
    const sums = new Map(this.#sums);
    for (const { queue } of up) {
      if (queue !== undefined) add(sums, queue, at, queue.leftAt === undefined);
    }
    return [...sums.values()].sort((a, b) => a.queue.localeCompare(b.queue));
  }
}

function add(
  sums: Map<string, QueueSummary>,
  visit: QueueVisit,
  at: number,
  isWaiting: boolean,
): void {
  const { queue, joinedAt, leftAt, agent, isAbandoned } = visit;
  const known = sums.get(queue) ?? nothingOf(queue);
  const waitMs = joinedAt === undefined ? 0 : (leftAt ?? at) - joinedAt;
  sums.set(queue, {
    queue,
    calls: known.calls + 1,
    answered: known.answered + (agent === undefined ? 0 : 1),
    abandoned: known.abandoned + (isAbandoned ? 1 : 0),
    waiting: known.waiting + (isWaiting ? 1 : 0),
    longestWaitMs: Math.max(known.longestWaitMs, waitMs),
  });
}

function nothingOf(queue: string): QueueSummary {
  return { queue, calls: 0, answered: 0, abandoned: 0, waiting: 0, longestWaitMs: 0 };
}

function isSameVisit(a: QueueVisit, b: QueueVisit | undefined): boolean {
  return a.queue === b?.queue && a.channelId === b.channelId && a.joinedAt === b.joinedAt;
}

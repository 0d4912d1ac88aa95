import type { Queue } from './queue.js';

const noMembers: Queue['members'] = new Map();
const nobody: Queue['waiting'] = [];

/** A queue of which nothing is known but that it is there. */
export function unknownQueue(name: string): Queue {
  return {
    name,
    strategy: undefined,
    max: undefined,
    weight: undefined,
    serviceLevelMs: undefined,
    figures: undefined,
    figuresAt: undefined,
    members: noMembers,
    waiting: nobody,
  };
}

/** A queue with others in it; the same where those are the same. */
export function having(
  queue: Queue,
  waiting: Queue['waiting'],
  members: Queue['members'] = queue.members,
): Queue {
  if (waiting === queue.waiting && members === queue.members) return queue;
  // A copy by `...` takes the engine a microsecond.
  return {
    name: queue.name,
    strategy: queue.strategy,
    max: queue.max,
    weight: queue.weight,
    serviceLevelMs: queue.serviceLevelMs,
    figures: queue.figures,
    figuresAt: queue.figuresAt,
    members,
    waiting,
  };
}

import type { QueueCaller } from './queue-caller.js';
import type { QueueMember } from './queue-member.js';
import { secondsNow } from './seconds.js';

/** A penalty outweighs everything else. */
const penaltyWeight = 1_000_000;

/**
 * How late a member is called for a caller: who has the least is called first (`calc_metric`);
 * `undefined` if the caller doesn't want the member. `index` is its place among the members.
 */
export function metricOf(
  member: QueueMember,
  caller: QueueCaller,
  index: number,
): number | undefined {
  const { queue } = caller;
  const penalty = caller.penaltyOf(member.penalty);
  if (penalty === undefined) return undefined;
  const weight = penalty * penaltyWeight;
  switch (queue.options.strategy) {
    case 'linear':
      return weight + inRound(caller.round, index);
    case 'rrmemory':
    case 'rrordered':
      return weight + inRound(queue.round, member.position);
    case 'random':
      return weight + chance(member, 1000);
    case 'wrandom':
      return chance(member, (1 + penalty) * 1000);
    case 'fewestcalls':
      return weight + member.calls;
    case 'leastrecent':
      return weight + recency(member);
    default:
      return weight;
  }
}

/** Where the members of a round begin, and whether some come behind that. */
export interface Round {
  position: number;
  isWrapped: boolean;
}

function inRound(round: Round, position: number): number {
  if (position < round.position) return 1000 + position;
  if (position > round.position) round.isWrapped = true;
  return position;
}

/** Who begins the next round: the best of those who were not called, or whoever comes next. */
export function advance(round: Round, bestLeft: number | undefined): void {
  if (bestLeft !== undefined) round.position = bestLeft % 1000;
  else if (round.isWrapped) round.position = 0;
  else round.position++;
  round.isWrapped = false;
}

function recency({ queue, lastCall }: QueueMember): number {
  return lastCall === 0 ? 0 : penaltyWeight - (secondsNow(queue.pbx) - lastCall);
}

function chance({ queue: { pbx } }: QueueMember, limit: number): number {
  return pbx.queues.random.below(limit);
}

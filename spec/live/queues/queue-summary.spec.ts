import { queueKind } from '../../../lib/live/queues/queue-model.js';
import {
  availableMembers,
  longestWaitMs,
  oldestJoinedAt,
  pausedMembers,
  talkingMembers,
} from '../../../lib/live/queues/queue-summary.js';
import type { Queue } from '../../../lib/live/queues/queue.js';
import { Tracked } from '../support/tracked.js';
import { of } from './queue-events.js';

const entries = [
  of.params(),
  of.listedMember('free'),
  of.listedMember('unknown', { Status: '0' }),
  of.listedMember('resting', { Paused: '1' }),
  of.listedMember('busy', { Status: '2', InCall: '1' }),
  of.listedMember('away', { Status: '5' }),
  of.entry('vip', 1, { Wait: '3', Priority: '9' }),
  of.entry('patient', 2, { Wait: '60' }),
];

function queueOf(listed: typeof entries): Queue {
  const world = new Tracked(queueKind);
  world.at = 100_000;
  return world.seed({ QueueStatus: listed }).state[0] as Queue;
}

const names = (members: readonly { name: string }[]): string[] => members.map(({ name }) => name);

describe('what a queue amounts to', () => {
  const queue = queueOf(entries);

  it('is counted as QueueSummary does', () => {
    expect(names(availableMembers(queue))).toEqual(['free', 'unknown']);
    expect(names(talkingMembers(queue))).toEqual(['busy']);
    expect(names(pausedMembers(queue))).toEqual(['resting']);
  });

  it('has the longest wait, which need not be that of the first', () => {
    expect(oldestJoinedAt(queue)).toBe(40_000);
    expect(longestWaitMs(queue, 101_000)).toBe(61_000);
    expect(longestWaitMs(queue, 0)).toBe(0);
  });

  it('has none where nobody waits', () => {
    const empty = queueOf([of.params()]);
    expect(oldestJoinedAt(empty)).toBeUndefined();
    expect(longestWaitMs(empty, 1)).toBe(0);
  });
});

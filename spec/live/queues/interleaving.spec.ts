import fc from 'fast-check';
import { queueKind } from '../../../lib/live/queues/queue-model.js';
import type { Queue } from '../../../lib/live/queues/queue.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { newsOf } from '../support/fold.js';
import { Tracked } from '../support/tracked.js';
import { inShort, listIn, newsBefore } from './queue-story.js';
import { SimulatedQueue } from './simulated-queue.js';
import type { Step } from './simulated-queue.js';

/** Without moments, which depend on when a thing was heard of; in one order. */
function withoutTimes(queues: readonly Queue[]): unknown {
  const timeless = queues.map(({ waiting, members, ...queue }) => ({
    ...queue,
    figuresAt: undefined,
    waiting: waiting.map((caller) => ({ ...caller, joinedAt: undefined })),
    members: new Map(
      [...members].map(([key, { call, ...member }]) => [
        key,
        { ...member, call: call && { ...call, since: undefined } },
      ]),
    ),
  }));
  return new Map(timeless.map((queue) => [queue.name, queue]));
}

describe('a list that is newer than the events before it', () => {
  it.each([
    ['a16-queue-abandon-timeout', 'qs1'],
    ['a22-queue-abandon-timeout', 'qs1'],
    ['a16-queue-call-memberstatus', 'mid'],
    ['a16-queue-call-memberstatus', 'end'],
    ['a16-queue-members', 'q9'],
    ['a22-queue-members', 'q9'],
    ['a16-queue-reload', 'q'],
  ])('ends in the same state, wherever it comes: %s, %s', (recording, actionId) => {
    const news = newsOf(recording);
    const list = listIn(recording, actionId);
    const last = newsBefore(recording, actionId);
    const run = (at: number, end: number): unknown =>
      withoutTimes(
        new Tracked(queueKind)
          .take(...news.slice(0, at))
          .seed({ QueueStatus: list })
          .take(...news.slice(at, end)).state,
      );
    fc.assert(
      fc.property(fc.nat(last), (at) => {
        expect(run(at, news.length)).toEqual(run(last, news.length));
      }),
    );
  });
});

const step = fc.tuple(fc.nat(6), fc.nat(2), fc.nat(9));

/** A queue after some steps, with the list that it began with and one of after other steps. */
function simulate(
  before: readonly Step[],
  after: readonly Step[],
): { first: AmiEvent[]; list: AmiEvent[]; listedAt: number; queue: SimulatedQueue } {
  const queue = new SimulatedQueue(['a', 'b', 'c']);
  const first = queue.list();
  for (const one of before) queue.do(one);
  const list = queue.list();
  const listedAt = queue.events.length;
  for (const one of after) queue.do(one);
  return { first, list, listedAt, queue };
}

describe('any course of a queue', () => {
  const steps = fc.array(step, { maxLength: 40 });

  it('is followed by its events, with a list that comes before any of its own', () => {
    fc.assert(
      fc.property(steps, steps, fc.nat(), (before, after, n) => {
        const { first, list, listedAt, queue } = simulate(before, after);
        const at = n % (listedAt + 1);
        const tracked = new Tracked(queueKind).seed({ QueueStatus: first });
        tracked.take(...queue.events.slice(0, at)).seed({ QueueStatus: list });
        tracked.take(...queue.events.slice(at));
        expect(tracked.state.map(inShort)).toEqual([queue.inShort()]);
      }),
    );
  });

  it('is not disturbed by looks for lost events', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const { first, list, listedAt, queue } = simulate(before, after);
        const tracked = new Tracked(queueKind).seed({ QueueStatus: first });
        tracked.take(...queue.events.slice(0, listedAt));
        const known = tracked.state.map(inShort);
        tracked.check({ QueueStatus: list });
        expect(tracked.state.map(inShort)).toEqual(known);
        tracked.take(...queue.events.slice(listedAt));
        expect(tracked.state.map(inShort)).toEqual([queue.inShort()]);
      }),
    );
  });

  it('is found again by two looks where events were lost, but for whose calls they are', () => {
    const withoutCalls = (text: string): string => text.replace(/ (ringing|talking) \S+/g, '');
    fc.assert(
      fc.property(steps, fc.array(fc.boolean(), { maxLength: 200 }), (course, lost) => {
        const { first, list, queue } = simulate(course, []);
        const tracked = new Tracked(queueKind).seed({ QueueStatus: first });
        tracked.take(...queue.events.filter((_, i) => lost[i] !== true));
        tracked.check({ QueueStatus: list });
        const [found = ''] = tracked.state.map(inShort);
        expect(withoutCalls(found)).toBe(withoutCalls(queue.inShort()));
        const ids = tracked.get('q')?.waiting.map(({ channelId }) => channelId) ?? [];
        const calls = [...(tracked.get('q')?.members.values() ?? [])].map(({ call }) => call);
        const ringing = calls.filter((call) => call?.state === 'ringing');
        expect(ringing.every((call) => ids.includes(call?.channelId ?? ''))).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { callKind } from '../../../lib/live/calls/call-model.js';
import type { Call } from '../../../lib/live/calls/call.js';
import type { Channel } from '../../../lib/live/channels/channel.js';
import { Course, STEP_MS } from '../bridges/course.js';
import { Listened } from '../channels/listened.js';

const recordings = [
  'a16-attended-transfer',
  'a22-blind-transfer',
  'a16-pickup',
  'a16-park',
  'a22-local-optimization',
  'a22-redirect-bridge',
  'a22-queue-call',
  'a22-queue-ringnoanswer',
  'a22-confbridge',
  'a16-originate-variants',
  'a22-setup-all-events',
];

/** The channels of each call, by its Linkedid. */
type Membership = Record<string, string[]>;

function membershipOf(calls: readonly Call[]): Membership {
  const live = calls.map(({ linkedid, legs }) => {
    const ids = legs.filter(({ endedAt }) => endedAt === undefined);
    return [linkedid, ids.map(({ channelId }) => channelId).sort()];
  });
  return Object.fromEntries(live) as Membership;
}

/** The channels by their Linkedids, whatever the calls say. */
function groupsOf(channels: readonly Channel[]): Membership {
  const groups: Membership = {};
  for (const { id, linkedid } of channels)
    groups[linkedid] = [...(groups[linkedid] ?? []), id].sort();
  return groups;
}

/** Without moments, which depend on when a thing was heard of. */
function talkOf(calls: readonly Call[]): Record<string, unknown> {
  return Object.fromEntries(
    calls.map(({ linkedid, talking }) => [linkedid, talking.map((ids) => [...ids].sort()).sort()]),
  );
}

const fresh = (): Listened<Call> => new Listened(callKind, STEP_MS);

describe.each(recordings)('the calls of %s', (recording) => {
  const course = new Course(recording);
  const whole = fresh();
  /** How the calls are after so many events. */
  const moments = course.counts.map((count) => {
    whole.take(course.between(count - 1, count));
    return { members: membershipOf(whole.state), talk: talkOf(whole.state) };
  });
  const count = fc.nat(course.length);

  it('have the channels of their Linkedids at every moment', () => {
    for (const at of course.counts) {
      expect(moments[at]?.members).toEqual(groupsOf(course.after(at).channels));
    }
  });

  it('are the same after a lost session, whenever and for however long it was lost', () => {
    fc.assert(
      fc.property(count, count, fc.nat(15), count, (one, other, late, later) => {
        const cut = Math.min(one, other);
        const back = Math.max(one, other);
        const end = Math.min(back + later, course.length);
        const listened = fresh().take(course.between(0, cut)).sync(course.after(back).lists);
        // The list may be ahead of some of the events that come.
        listened.take(course.between(Math.max(cut, back - late), end));
        const { state } = listened;
        expect({ members: membershipOf(state), talk: talkOf(state) }).toEqual(moments[end]);
      }),
      { numRuns: 60 },
    );
  });

  it('are known from the lists alone', () => {
    fc.assert(
      fc.property(count, count, (from, more) => {
        const end = Math.min(from + more, course.length);
        const { state } = fresh().sync(course.after(from).lists).take(course.between(from, end));
        expect({ members: membershipOf(state), talk: talkOf(state) }).toEqual(moments[end]);
      }),
      { numRuns: 60 },
    );
  });

  it('are over once each, or become part of another', () => {
    const ends = whole.changes.filter(({ type }) => type === 'removed');
    const begun = whole.changes.filter(({ type }) => type === 'added').map(({ key }) => key);
    const over = begun.filter((key) => whole.get(key) === undefined);
    expect(ends.map(({ key }) => key).sort()).toEqual(over.sort());
    for (const { previous } of ends) {
      const { state, result, endedAt, mergedInto } = previous as Call;
      const isOver = mergedInto === undefined;
      expect([state === 'ended', result !== undefined, endedAt !== undefined]).toEqual([
        isOver,
        isOver,
        isOver,
      ]);
    }
  });
});

import fc from 'fast-check';
import { EMPTY } from 'rxjs';
import { bridgeKind } from '../../../lib/live/bridges/bridge-model.js';
import type { Bridge } from '../../../lib/live/bridges/bridge.js';
import { channelKind } from '../../../lib/live/channels/channel-model.js';
import type { Kind, Model } from '../../../lib/live/core/model.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { Listened } from '../channels/listened.js';
import type { Lists } from '../channels/listened.js';
import { Course, STEP_MS } from './course.js';

const recordings = [
  'a16-originate-local-dial',
  'a16-attended-transfer',
  'a22-blind-transfer',
  'a22-local-optimization',
  'a22-redirect-bridge',
  'a22-confbridge',
  'a16-park',
  'a16-pickup',
  'a22-queue-call',
  'a22-setup-all-events',
];

/** Bridges where channels are followed as well, which ask for the list of channels first. */
const besideChannels: Kind<Model<Bridge>> = {
  name: 'bridges beside channels',
  needs: [channelKind, bridgeKind],
  create: (_context, modelOf) => ({
    table: modelOf(bridgeKind).table,
    handlers: {},
    seed: () => EMPTY,
  }),
};

/** In which order the lists come. */
const orders = [
  { kind: bridgeKind, first: 'BridgeList', second: 'CoreShowChannels' },
  { kind: besideChannels, first: 'CoreShowChannels', second: 'BridgeList' },
] as const;

/** Two lists, between which events come. */
function apart(
  listened: Listened<Bridge>,
  lists: readonly [string, readonly AmiEvent[], string, readonly AmiEvent[]],
  between: readonly AmiEvent[],
): Lists {
  const [first, one, second, other] = lists;
  return {
    [first]: one,
    get [second]() {
      listened.take(between);
      return other;
    },
  };
}

/** Without moments, and the order of channels, of which lists do not tell. */
function gistOf(bridges: readonly Bridge[]): Map<string, Bridge> {
  const gist = (bridge: Bridge): Bridge => ({
    ...bridge,
    startedAt: undefined,
    channels: [...bridge.channels].sort(),
  });
  return new Map(bridges.map((bridge) => [bridge.id, gist(bridge)]));
}

/** That bridges were merged is in no list: it is as it is where it was seen. */
function seenOf(bridges: readonly Bridge[], seen: Listened<Bridge>): Map<string, Bridge> {
  const wasSeen = (id: string): boolean => seen.get(id)?.mergedInto !== undefined;
  return gistOf(
    bridges.map((bridge) => (wasSeen(bridge.id) ? bridge : { ...bridge, mergedInto: undefined })),
  );
}

describe.each(recordings)('the bridges of %s', (recording) => {
  const course = new Course(recording);
  const few = fc.nat(20);
  const many = fc.nat(60);

  it.each(orders)(
    'are right in the end wherever lists come that are newer than the events, $first first',
    ({ kind, first, second }) => {
      fc.assert(
        fc.property(fc.nat(course.length), few, few, many, many, many, (asked, ...steps) => {
          const [wait, gap, by, byMore, later] = steps;
          const oneGiven = asked + wait;
          const oneMade = oneGiven + by;
          const otherGiven = oneGiven + gap;
          const otherMade = Math.max(oneMade, otherGiven) + byMore;
          const one = course.after(oneMade).lists[first] ?? [];
          const other = course.after(otherMade).lists[second] ?? [];
          const between = course.between(oneGiven, otherGiven);
          const listened = new Listened(kind, STEP_MS).take(course.between(0, asked));
          const lists = apart(listened, [first, one, second, other], between);
          listened.sync(lists, course.between(asked, oneGiven));
          listened.take(course.between(otherGiven, otherMade + later));
          const { bridges } = course.after(otherMade + later);
          expect(gistOf(listened.state)).toEqual(gistOf(bridges));
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each(orders)('are told by lists and the events after them, $first first', (order) => {
    const { kind, first, second } = order;
    fc.assert(
      fc.property(few, many, many, many, (gap, by, byMore, later) => {
        for (const oneGiven of course.counts) {
          const otherGiven = oneGiven + gap;
          const oneMade = oneGiven + by;
          const otherMade = Math.max(oneMade, otherGiven) + byMore;
          const one = course.after(oneMade).lists[first] ?? [];
          const other = course.after(otherMade).lists[second] ?? [];
          const between = course.between(oneGiven, otherGiven);
          const listened = new Listened(kind, STEP_MS);
          listened.sync(apart(listened, [first, one, second, other], between));
          listened.take(course.between(otherGiven, otherMade + later));
          const { bridges } = course.after(otherMade + later);
          expect([oneGiven, gistOf(listened.state)]).toEqual([oneGiven, seenOf(bridges, listened)]);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('stay as they are at looks for lost events where none was lost', () => {
    const listened = new Listened(bridgeKind, STEP_MS);
    for (const count of course.counts) {
      listened.take(course.between(count - 1, count));
      const before = listened.changes.length;
      const { lists } = course.after(count);
      listened.check(lists).check(lists);
      expect(listened.changes.slice(before)).toEqual([]);
    }
  });

  it('are found again by two looks where any were', () => {
    fc.assert(
      fc.property(fc.nat(course.length), fc.infiniteStream(fc.nat(3)), (at, lost) => {
        const heard = course.between(0, at).filter(() => lost.next().value !== 0);
        const { lists, bridges } = course.after(at);
        const listened = new Listened(bridgeKind, STEP_MS).take(heard).check(lists).check(lists);
        expect(gistOf(listened.state)).toEqual(seenOf(bridges, listened));
      }),
      { numRuns: 50 },
    );
  });
});

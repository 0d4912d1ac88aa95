import fc from 'fast-check';
import { channelKind } from '../../../lib/live/channels/channel-model.js';
import type { Channel } from '../../../lib/live/channels/channel.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { Course, STEP_MS } from '../bridges/course.js';
import { channelEntry, eventOf } from './list-entries.js';
import { Listened } from './listened.js';

const recordings = [
  'a16-attended-transfer',
  'a22-blind-transfer',
  'a16-pickup',
  'a16-park',
  'a22-local-optimization',
  'a22-redirect-bridge',
  'a16-queue-call',
  'a22-queue-ringnoanswer',
  'a22-confbridge',
  'a16-originate-variants',
  'a16-escaped-names',
  'a16-newline-injection',
  'a22-setup-all-events',
];
/** By how many events a list is ahead of those that have come. */
const ahead = fc.nat(40);
/** How many of those come, and of later ones, until it is looked. */
const more = fc.nat(60);

/** Without moments, which depend on when a thing was heard of. */
function timeless(channels: readonly Channel[]): Map<string, unknown> {
  const timelessOf = (channel: Channel) => ({ ...channel, startedAt: 0, answeredAt: 0 });
  return new Map(channels.map((channel) => [channel.id, timelessOf(channel)]));
}

/** Of what lists do not say, nothing. */
function listedOf(channels: readonly Channel[]): Map<string, unknown> {
  const there = new Set<string | undefined>(channels.map(({ id }) => id));
  const listedPart = (channel: Channel): Channel => ({
    ...channel,
    variables: new Map(),
    isHeld: false,
    musicOnHold: undefined,
    // Halves find each other when both are there.
    otherHalf: there.has(channel.otherHalf) ? channel.otherHalf : undefined,
  });
  return timeless(channels.map(listedPart));
}

/** Of what lists do not say, what was seen, which is to be as it is. */
function seenOf(channels: readonly Channel[], seen: readonly Channel[]): Map<string, unknown> {
  const there = new Set<string | undefined>(channels.map(({ id }) => id));
  const byId = new Map(seen.map((channel) => [channel.id, channel]));
  const seenPart = (channel: Channel): Channel => {
    const known = byId.get(channel.id);
    const isPaired = there.has(channel.otherHalf) || known?.otherHalf !== undefined;
    return {
      ...channel,
      variables: new Map([...channel.variables].filter(([name]) => known?.variables.has(name))),
      isHeld: channel.isHeld && known?.isHeld === true,
      musicOnHold: known?.musicOnHold === undefined ? undefined : channel.musicOnHold,
      otherHalf: isPaired ? channel.otherHalf : undefined,
    };
  };
  return timeless(channels.map(seenPart));
}

const nothing = (): Listened<Channel> => new Listened(channelKind, STEP_MS);

describe.each(recordings)('the channels of %s', (recording) => {
  const course = new Course(recording);

  it('are right in the end where a list is newer than the events before and after it', () => {
    fc.assert(
      fc.property(fc.nat(course.length), ahead, more, fc.nat(25), (given, by, later, between) => {
        const asked = Math.max(0, given - between);
        const made = Math.min(given + by, course.length);
        const { lists } = course.after(made);
        const listened = nothing().take(course.between(0, asked));
        listened.sync(lists, course.between(asked, given));
        listened.take(course.between(given, made + later));
        expect(timeless(listened.state)).toEqual(timeless(course.after(made + later).channels));
      }),
      { numRuns: 100 },
    );
  });

  it('are told by a list and the events after it, wherever these begin', () => {
    fc.assert(
      fc.property(ahead, more, (by, later) => {
        for (const given of course.counts) {
          const made = Math.min(given + by, course.length);
          const listened = nothing().sync(course.after(made).lists);
          listened.take(course.between(given, made + later));
          const { channels } = course.after(made + later);
          const expected = seenOf(channels, listened.state);
          expect([given, timeless(listened.state)]).toEqual([given, expected]);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('stay as they are at looks for lost events where none was lost', () => {
    const listened = nothing();
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
        const { lists, channels } = course.after(at);
        const listened = nothing().take(heard).check(lists).check(lists);
        expect(listedOf(listened.state)).toEqual(listedOf(channels));
      }),
      { numRuns: 50 },
    );
  });
});

/** The fields of a channel in an event. */
const block = {
  Channel: 'PJSIP/alice-00000001',
  ChannelStateDesc: 'Up',
  Linkedid: '1.1',
  Uniqueid: '1.1',
};

describe('a list that is newer than the events after it', () => {
  it.each(['NewCallerid', 'NewConnectedLine', 'AgentComplete'])(
    'does not have the channel of an event behind its end, which makes no ghost: %s',
    (name) => {
      const late = eventOf(name, block);
      expect(nothing().sync({ CoreShowChannels: [] }).take([late]).changes).toEqual([]);
    },
  );

  it.each([
    ['no bridge', undefined],
    ['another bridge', 'b2'],
  ])('has a channel in %s, which holds nobody when it has left its own', (_where, bridgeId) => {
    const about = (name: string): AmiEvent => eventOf(name, { ...block, BridgeUniqueid: 'b1' });
    const events = [about('BridgeEnter'), about('Hold'), about('BridgeLeave')];
    const known = nothing().take(events).get('1.1') as Channel;
    const list = [channelEntry({ ...known, bridgeId }, 0)];
    for (const from of [0, 1, 2]) {
      const listened = nothing().take(events.slice(0, from)).sync({ CoreShowChannels: list });
      expect(listened.take(events.slice(from)).get('1.1')?.isHeld).toBe(false);
    }
  });
});

describe('a look for lost events', () => {
  it('ends what has gone when it has just found the other half of it', () => {
    const half = (name: string, id: string, n: number): AmiEvent =>
      eventOf(name, { ...block, Channel: `Local/1@a-00000001;${String(n)}`, Uniqueid: id });
    const lists = { CoreShowChannels: [half('CoreShowChannel', '1.1', 1)] };
    const listened = nothing().take([half('Newchannel', '1.2', 2)]);
    expect(listened.check(lists).check(lists).keys).toEqual(['1.1']);
  });
});

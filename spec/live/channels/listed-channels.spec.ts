import { channelKind } from '../../../lib/live/channels/channel-model.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { newsOf } from '../support/fold.js';
import { storyOf } from './channel-story.js';
import { eventOf, listsIn } from './list-entries.js';
import { Listened } from './listened.js';
import type { Lists } from './listened.js';

/** The channels of a list but those whose Uniqueids end like this. */
function without(lists: Lists, ...ends: string[]): Lists {
  const isOut = (entry: AmiEvent): boolean =>
    ends.some((end) => entry.get('Uniqueid')?.endsWith(`.${end}`));
  const channels = lists['CoreShowChannels']?.filter((entry) => !isOut(entry)) ?? [];
  return { ...lists, CoreShowChannels: channels };
}

/** A list in which a field of one channel is another. */
function changed(lists: Lists, end: string, field: string, value: string): Lists {
  const entries = lists['CoreShowChannels']?.map((entry) => {
    if (entry.get('Uniqueid')?.endsWith(`.${end}`) !== true) return entry;
    const { Event: name, ...fields } = entry.toObject() as Record<string, string>;
    return eventOf(name ?? '', { ...fields, [field]: value });
  });
  return { ...lists, CoreShowChannels: entries ?? [] };
}

const busy = listsIn('a22-lists-busy');
const channel18 = '1795396715.18';
const hangup = (id: string): AmiEvent =>
  eventOf('Hangup', {
    Channel: 'a',
    ChannelStateDesc: 'Up',
    Uniqueid: id,
    Linkedid: id,
    Cause: '16',
  });
const news = (id: string, name = 'Newchannel'): AmiEvent =>
  eventOf(name, { Channel: 'PJSIP/a-1', ChannelStateDesc: 'Ring', Uniqueid: id, Linkedid: id });

describe('the channels that an exchange lists', () => {
  it.each([
    ['a16-lists-busy', '1795396687.22', '1795396687.23', '1795396687.14'],
    ['a22-lists-busy', '1795396715.18', '1795396715.19', '1795396715.14'],
  ])('are there at once: %s', (recording, id, otherHalf, linkedid) => {
    const lists = listsIn(recording);
    const listened = new Listened(channelKind);
    listened.at = 10_000;
    listened.sync(lists);
    expect(listened.keys).toHaveLength(18);
    const bridgeOf = lists['CoreShowChannels']?.find((entry) => entry.get('Uniqueid') === id);
    expect(listened.get(id)).toEqual({
      id,
      name: expect.stringMatching(/^Local\/101@default-0000000[9a];1$/),
      state: 'up',
      caller: { number: '555', name: 'Caller Q' },
      connected: { number: '555', name: 'Caller Q' },
      language: 'en',
      account: undefined,
      place: { context: 'default', extension: '200', priority: 1 },
      application: { name: 'AppQueue', data: '(Outgoing Line)' },
      linkedid,
      bridgeId: bridgeOf?.get('BridgeId'),
      otherHalf,
      variables: new Map(),
      isHeld: false,
      musicOnHold: undefined,
      // They had been up for three seconds.
      startedAt: 7000,
      answeredAt: undefined,
      hangup: undefined,
    });
    expect(listened.get(otherHalf)).toMatchObject({ otherHalf: id, bridgeId: undefined });
    expect(storyOf(listened.changes).every((line) => line.startsWith('seed '))).toBe(true);
    expect(listened.changes).toHaveLength(18);
  });

  it('are left alone where the list is refused', () => {
    const listened = new Listened(channelKind).take([news('1.1')]).sync({});
    expect(listened.keys).toEqual(['1.1']);
  });

  it('are read whatever the order of the fields, and passed over where they are none', () => {
    const [first] = busy['CoreShowChannels'] ?? [];
    const { Event: name, ...fields } = first?.toObject() as Record<string, string>;
    const turned = eventOf(name ?? '', Object.fromEntries(Object.entries(fields).reverse()));
    const inOrder = new Listened(channelKind).sync({ CoreShowChannels: [first as AmiEvent] });
    const others = [eventOf('CoreShowChannel', { Channel: 'x' }), eventOf('CoreShowChannel', {})];
    const anyOrder = new Listened(channelKind).sync({ CoreShowChannels: [turned, ...others] });
    expect(anyOrder.state).toEqual(inOrder.state);
  });
});

describe('a list after a lost session', () => {
  it('ends what it does not have, adds what is new, and changes what is different', () => {
    const listened = new Listened(channelKind).sync(without(busy, '16', '17'));
    const before = listened.changes.length;
    listened.sync(changed(without(busy, '18', '19'), '6', 'ApplicationData', '30'));
    expect(storyOf(listened.changes.slice(before)).sort()).toEqual([
      'resync 16: up Local/110@default-00000008;1 of 16',
      'resync 17: up Local/110@default-00000008;2 of 16',
      'resync 18: gone',
      'resync 19: gone',
      'resync 6: Wait(30)',
    ]);
  });

  it('says nothing where nothing has changed', () => {
    const listened = new Listened(channelKind).sync(busy).sync(busy);
    expect(listened.changes).toHaveLength(18);
  });

  it('neither ends what is newer than the request, nor brings back what ended since', () => {
    const listened = new Listened(channelKind).sync(busy);
    listened.sync(busy, [news('1795396720.30'), hangup(channel18)]);
    expect(listened.get('1795396720.30')).toMatchObject({ state: 'ring' });
    expect(listened.get(channel18)).toBeUndefined();
    expect(listened.keys).toHaveLength(18);
  });

  it('does not bring back what ended right before the request', () => {
    const listened = new Listened(channelKind)
      .sync(busy)
      .take([hangup(channel18)])
      .sync(busy);
    expect(listened.get(channel18)).toBeUndefined();
  });

  it('keeps its channels away from late events', () => {
    const listened = new Listened(channelKind).sync(busy).sync(without(busy, '18'));
    listened.take([news(channel18, 'NewCallerid'), hangup(channel18)]);
    expect(listened.get(channel18)).toBeUndefined();
  });

  it('has the holder of a call no longer hold when he has left the bridge', () => {
    const events = newsOf('a16-attended-transfer');
    const later = new Listened(channelKind).take(events.slice(0, 91)).lists;
    const listened = new Listened(channelKind).take(events.slice(0, 70)).sync(later);
    listened.take(events.slice(70, 91));
    expect(listened.state.filter(({ isHeld }) => isHeld)).toEqual([]);
  });
});

describe('a look for lost events', () => {
  it('is only believed the second time', () => {
    const listened = new Listened(channelKind).sync(busy);
    const lists = changed(without(busy, '18', '19'), '6', 'ChannelStateDesc', 'Busy');
    const before = listened.changes.length;
    listened.check(lists);
    expect(listened.changes).toHaveLength(before);
    listened.check(lists);
    expect(storyOf(listened.changes.slice(before)).sort()).toEqual([
      'check 18: gone',
      'check 19: gone',
      'check 6: busy',
    ]);
  });

  it('forgets a difference that is gone the next time', () => {
    const listened = new Listened(channelKind).sync(busy);
    const before = listened.changes.length;
    listened.check(without(busy, '18')).check(busy).check(without(busy, '18')).check(busy);
    expect(listened.changes).toHaveLength(before);
  });

  it('leaves alone what has changed meanwhile', () => {
    const listened = new Listened(channelKind).sync(without(busy, '16'));
    const lists = without(busy, '18', '19');
    const touch = [
      eventOf('VarSet', { Uniqueid: channel18, Variable: 'A', Value: 'b' }),
      hangup('1795396715.17'),
      news('1795396720.30'),
    ];
    listened
      .check(lists, touch)
      .check(lists, [
        eventOf('VarSet', { Uniqueid: channel18, Variable: 'A', Value: 'c' }),
        eventOf('VarSet', { Uniqueid: '1795396720.30', Variable: 'A', Value: 'c' }),
      ]);
    expect(listened.get(channel18)).toBeDefined();
    expect(listened.get('1795396720.30')).toBeDefined();
    expect(listened.get('1795396715.17')).toBeUndefined();
    expect(listened.get('1795396715.16')).toBeDefined();
    expect(listened.get('1795396715.19')).toBeUndefined();
  });
});

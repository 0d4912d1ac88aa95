import { bridgeKind } from '../../../lib/live/bridges/bridge-model.js';
import { eventOf, listsIn } from '../channels/list-entries.js';
import { Listened } from '../channels/listened.js';
import type { Lists } from '../channels/listened.js';
import { newsOf } from '../support/fold.js';
import { storyOf } from './bridge-story.js';

const bridge = (id: string, fields: Readonly<Record<string, string>> = {}) =>
  eventOf('BridgeListItem', {
    ActionID: 'list',
    BridgeUniqueid: id,
    BridgeType: 'basic',
    BridgeTechnology: 'simple_bridge',
    BridgeCreator: '<unknown>',
    BridgeName: '<unknown>',
    ...fields,
  });
const channel = (id: string, bridgeId: string) =>
  eventOf('CoreShowChannel', { ActionID: 'list', Uniqueid: id, BridgeId: bridgeId });
const move = (name: string, id: string, bridgeId: string) =>
  eventOf(name, {
    BridgeUniqueid: bridgeId,
    BridgeType: 'basic',
    BridgeTechnology: 'simple_bridge',
    Uniqueid: id,
  });
const two: Lists = {
  BridgeList: [bridge('b1'), bridge('b2')],
  CoreShowChannels: [channel('1.10', 'b1'), channel('1.9', 'b1'), channel('1.11', 'b2')],
};

describe('the bridges that an exchange lists', () => {
  // By BridgeInfo of the same moment: 8 is parked, 16 waits as an agent, 4 and 10 confer.
  it('are there at once, with the oldest channel first: a22-lists-busy', () => {
    const listened = new Listened(bridgeKind).sync(listsIn('a22-lists-busy'));
    expect(storyOf(listened.changes)).toEqual([
      'seed 3395: parking holding_bridge Parking default [8]',
      'seed 9f7d: agent_hold holding_bridge AgentPool [16]',
      'seed b2e7: base softmix ConfBridge room1 [4 10]',
    ]);
    expect(listened.state.map(({ startedAt }) => startedAt)).toEqual(Array(3).fill(undefined));
  });

  // By BridgeInfo of the same moment: 15 is parked, 10 waits as an agent, 6 and 8 confer.
  it('are there at once, with the oldest channel first: a16-lists-busy', () => {
    const listened = new Listened(bridgeKind).sync(listsIn('a16-lists-busy'));
    expect(storyOf(listened.changes)).toEqual([
      'seed f420: agent_hold holding_bridge AgentPool [10]',
      'seed 1aef: parking holding_bridge Parking default [15]',
      'seed 702d: base softmix ConfBridge room1 [6 8]',
    ]);
  });

  it('are those that events have told of, and those that are always there', () => {
    const [, , listed] = listsIn('a22-redirect-bridge')['BridgeList'] ?? [];
    const id = listed?.get('BridgeUniqueid') ?? '';
    const lists = {
      ...listsIn('a22-redirect-bridge'),
      CoreShowChannels: [channel('1795397117.105', id), channel('1795397117.107', id)],
    };
    // The lists of the recording were asked for while two channels were in their second bridge.
    const listened = new Listened(bridgeKind).take(newsOf('a22-redirect-bridge').slice(0, 70));
    const before = listened.changes.length;
    listened.sync(lists);
    expect(storyOf(listened.changes.slice(before))).toEqual([
      'seed 3395: parking holding_bridge Parking default []',
      'seed 9f7d: agent_hold holding_bridge AgentPool []',
    ]);
  });

  it('have the source of their picture', () => {
    const list = [bridge('b1', { BridgeVideoSourceMode: 'talker', BridgeVideoSource: '1.9' })];
    const listened = new Listened(bridgeKind).sync({ BridgeList: list, CoreShowChannels: [] });
    expect(listened.get('b1')?.videoSource).toBe('1.9');
  });
});

describe('lists after a lost session', () => {
  it('end what they do not have, add what is new, and move who is elsewhere', () => {
    const listened = new Listened(bridgeKind).sync(two);
    const before = listened.changes.length;
    listened.sync({
      BridgeList: [bridge('b1'), bridge('b3')],
      CoreShowChannels: [channel('1.12', 'b1'), channel('1.10', 'b1'), channel('1.9', 'b3')],
    });
    expect(storyOf(listened.changes.slice(before)).sort()).toEqual([
      'resync b1: [1.10 1.12]',
      'resync b2: destroyed',
      'resync b3: basic simple_bridge [1.9]',
    ]);
  });

  it('keep the order in which channels came', () => {
    const listened = new Listened(bridgeKind).take([
      move('BridgeEnter', '1.10', 'b1'),
      move('BridgeEnter', '1.9', 'b1'),
    ]);
    const before = listened.changes.length;
    listened.sync({ ...two, BridgeList: [bridge('b1')] });
    expect(listened.changes).toHaveLength(before);
    expect(listened.get('b1')?.channels).toEqual(['1.10', '1.9']);
  });

  it('neither end what is newer than the request, nor bring back what ended since', () => {
    const listened = new Listened(bridgeKind).sync(two);
    const destroy = eventOf('BridgeDestroy', { BridgeUniqueid: 'b2' });
    listened.sync(two, [destroy, move('BridgeCreate', '', 'b3')]);
    expect(listened.keys).toEqual(['b1', 'b3']);
  });

  it('do not bring back what ended right before the request, nor who was inside', () => {
    const destroy = eventOf('BridgeDestroy', { BridgeUniqueid: 'b2' });
    const listened = new Listened(bridgeKind).sync(two).take([destroy]).sync(two);
    expect(listened.keys).toEqual(['b1']);
    listened.take([move('BridgeCreate', '', 'b2')]);
    expect(listened.get('b2')?.channels).toEqual([]);
  });
});

describe('a list that is refused', () => {
  it('leaves alone what it is about', () => {
    const listened = new Listened(bridgeKind).sync(two);
    const before = listened.changes.length;
    listened.sync({}).check({}).check({});
    expect(listened.changes).toHaveLength(before);
  });

  it('leaves bridges to events, which find the channels inside', () => {
    const listened = new Listened(bridgeKind).sync({ ...two, BridgeList: [] });
    expect(listened.keys).toEqual([]);
    listened.take([move('BridgeEnter', '1.12', 'b1')]);
    expect(storyOf(listened.changes)).toEqual([
      'BridgeEnter b1: basic simple_bridge [1.9 1.10 1.12]',
    ]);
  });
});

describe('a look for lost events', () => {
  it('is only believed the second time', () => {
    const listened = new Listened(bridgeKind).sync(two);
    const lists = { BridgeList: [bridge('b1')], CoreShowChannels: [channel('1.9', 'b1')] };
    const before = listened.changes.length;
    listened.check(lists);
    expect(listened.changes).toHaveLength(before);
    listened.check(lists);
    expect(storyOf(listened.changes.slice(before)).sort()).toEqual([
      'check b1: [1.9]',
      'check b2: destroyed',
    ]);
  });

  it('leaves alone what has changed meanwhile, but nobody in two bridges', () => {
    const listened = new Listened(bridgeKind).sync(two);
    const lists = { ...two, CoreShowChannels: [channel('1.9', 'b2'), channel('1.11', 'b2')] };
    listened.check(lists).check(lists, [move('BridgeEnter', '1.12', 'b1')]);
    expect(listened.get('b1')?.channels).toEqual(['1.10', '1.12']);
    expect(listened.get('b2')?.channels).toEqual(['1.11', '1.9']);
  });

  it('ends a bridge whose channel it has just found in another', () => {
    const listened = new Listened(bridgeKind).sync(two);
    const lists = { BridgeList: [bridge('b1')], CoreShowChannels: [channel('1.11', 'b1')] };
    expect(listened.check(lists).check(lists).keys).toEqual(['b1']);
  });
});

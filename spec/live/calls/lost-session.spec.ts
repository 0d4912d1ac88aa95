import { callKind } from '../../../lib/live/calls/call-model.js';
import type { Call } from '../../../lib/live/calls/call.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { Listened } from '../channels/listened.js';
import { channelEvent, enters, eventOf, leaves, listed, listedBridge } from './by-hand.js';
import { lastValuesOf, outcomeOf, storyOf, timelineOf } from './call-story.js';

const a = { id: 'a', linkedid: 'L1' };
const b = { id: 'b', linkedid: 'L1' };
const c = { id: 'c', linkedid: 'L2' };
const d = { id: 'd', linkedid: 'L2' };

/** What was seen before the session was lost: `a` calls `b`, and they talk. */
const before = [
  channelEvent('Newchannel', { ...a, state: 'Ring' }),
  channelEvent('Newchannel', { ...b, state: 'Down' }),
  channelEvent('DialBegin', a, {}, b),
  channelEvent('Newstate', b),
  channelEvent('DialEnd', a, { DialStatus: 'ANSWER' }, b),
  channelEvent('Newstate', a),
  enters(b, 'b1'),
  enters(a, 'b1'),
];

function resynced(channels: readonly AmiEvent[], bridges: readonly AmiEvent[] = []) {
  const listened = new Listened(callKind).sync({ CoreShowChannels: [], BridgeList: [] });
  return listened.take(before).sync({ CoreShowChannels: channels, BridgeList: bridges });
}

/** The calls by their Linkedids: `L1: a b`. */
function membersOf(calls: readonly Call[]): string[] {
  return calls.map(({ linkedid, legs }) => {
    const live = legs.filter(({ endedAt }) => endedAt === undefined);
    const ids = live.map(({ channelId }) => channelId).sort();
    return `${linkedid}: ${ids.join(' ')}`;
  });
}

describe('a call whose session was lost', () => {
  it('is as it was where nothing has happened', () => {
    const inBridge = { BridgeId: 'b1' };
    const listened = resynced([listed(a, inBridge), listed(b, inBridge)], [listedBridge('b1', 2)]);
    expect(storyOf(listened.changes).at(-1)).toBe('BridgeEnter L1: up b+a | a>b answered');
    expect(listened.changes.at(-1)?.cause.type).toBe('event');
  });

  it('is left by a channel that is part of a call which began meanwhile', () => {
    const lists = [
      [listed({ ...a, linkedid: 'L2' }), listed(b), listed(c), listed(d)],
      [listed(b), listed(d), listed(c), listed({ ...a, linkedid: 'L2' })],
      [listed(c), listed({ ...a, linkedid: 'L2' }), listed(d), listed(b)],
    ];
    for (const list of lists) {
      const { state } = resynced(list);
      expect(membersOf(state)).toEqual(['L1: b', 'L2: a c d']);
    }
  });

  it('goes on in the call that its other channel has gone to, once it is over', () => {
    const listened = resynced([listed({ ...a, linkedid: 'L2' }), listed(b), listed(c)]);
    listened.take([channelEvent('Hangup', b, { Cause: '16' })]);
    expect(membersOf(listened.state)).toEqual(['L2: a c']);
    expect(outcomeOf(lastValuesOf(listened.changes)['L1'])).toMatchObject({ result: 'now L2' });
  });

  it('is one with a new one where all its channels are part of that', () => {
    const moved = [listed({ ...a, linkedid: 'L2' }), listed({ ...b, linkedid: 'L2' }), listed(c)];
    const { state, changes } = resynced(moved);
    expect(membersOf(state)).toEqual(['L2: a b c']);
    expect(lastValuesOf(changes)['L1']).toMatchObject({ mergedInto: 'L2', result: undefined });
    expect(storyOf(changes).slice(-3)).toEqual([
      'resync L1: up | now L2',
      'resync L1: gone',
      'resync L2: up | a>b answered',
    ]);
  });

  it('keeps what has happened in it when it becomes part of another one', () => {
    const [call] = resynced([
      listed({ ...a, linkedid: 'L2' }),
      listed({ ...b, linkedid: 'L2' }),
    ]).state;
    expect(timelineOf(call)).toEqual([
      '1 started a',
      '3 dialing b PJSIP/b-00000001',
      '5 answered b answered',
      '8 talking',
      '8 merged L1',
    ]);
    expect(call).toMatchObject({
      id: 'L2',
      direction: 'inbound',
      startedAt: 1000,
      answeredAt: 8000,
      caller: { number: 'a' },
      dials: [{ from: 'a', to: 'b', status: 'answered' }],
    });
  });

  it('counts how long people had talked until it became part of another one', () => {
    const listened = new Listened(callKind).take([
      ...before,
      eventOf('Registry'),
      eventOf('Registry'),
    ]);
    listened.sync({
      CoreShowChannels: [listed({ ...a, linkedid: 'L2' }), listed({ ...b, linkedid: 'L2' })],
      BridgeList: [],
    });
    expect(listened.state[0]?.talkMs).toBe(2000);
  });

  it('keeps its name where its only channel has got another Linkedid', () => {
    const listened = new Listened(callKind).take([channelEvent('Newchannel', { id: 'a' })]);
    listened.sync({
      CoreShowChannels: [listed({ id: 'a', linkedid: 'L2' }), listed(c)],
      BridgeList: [],
    });
    expect(listened.keys).toEqual(['a']);
    expect(membersOf(listened.state)).toEqual(['L2: a c']);
  });

  it('goes on in the new one where the rest of it is over', () => {
    const { state, changes } = resynced([listed({ ...b, linkedid: 'L2' }), listed(c)]);
    expect(membersOf(state)).toEqual(['L2: b c']);
    expect(lastValuesOf(changes)['L1']?.mergedInto).toBe('L2');
  });

  it('is over where none of its channels is listed', () => {
    const { state, changes } = resynced([]);
    expect(state).toEqual([]);
    expect(outcomeOf(lastValuesOf(changes)['L1'])).toMatchObject({
      result: 'answered',
      endedAt: 8,
    });
    expect(storyOf(changes).slice(-2)).toEqual([
      'resync L1: ended | a>b answered',
      'resync L1: gone',
    ]);
  });

  it('takes its place in a queue along to another call', () => {
    const waits = { Queue: 'support', Position: '1', Count: '1' };
    const listened = new Listened(callKind).take([
      channelEvent('Newchannel', a),
      channelEvent('Newchannel', b),
      channelEvent('QueueCallerJoin', a, waits),
    ]);
    const inQueue = { Application: 'Queue', ApplicationData: 'support,t' };
    listened.sync({
      CoreShowChannels: [listed({ ...a, linkedid: 'L2' }, inQueue), listed(b), listed(c)],
      BridgeList: [],
    });
    expect(listened.get('L1')).toMatchObject({ state: 'up', queue: undefined });
    expect(listened.get('L2')).toMatchObject({ state: 'queued', queue: { joinedAt: 3000 } });
    listened.take([channelEvent('QueueCallerLeave', { ...a, linkedid: 'L2' }, waits)]);
    expect(listened.get('L2')).toMatchObject({ state: 'up', queue: { leftAt: 4000 } });
  });

  it('takes its parking place along to another call', () => {
    const parkee = { ParkeeUniqueid: 'a', Parkinglot: 'default', ParkingSpace: '701' };
    const listened = new Listened(callKind).take([
      channelEvent('Newchannel', a),
      channelEvent('Newchannel', b),
      eventOf('ParkedCall', parkee),
    ]);
    listened.sync({
      CoreShowChannels: [
        listed({ ...a, linkedid: 'L2' }, { BridgeId: 'lot' }),
        listed(b),
        listed(c),
      ],
      BridgeList: [],
    });
    expect(listened.state.map(({ state }) => state)).toEqual(['up', 'parked']);
    listened.take([eventOf('UnParkedCall', parkee)]);
    expect(listened.state.map(({ state }) => state)).toEqual(['up', 'up']);
  });
});

describe('calls that were there before', () => {
  const first = (list: readonly AmiEvent[], bridges: readonly AmiEvent[] = []) =>
    new Listened(callKind).sync({ CoreShowChannels: list, BridgeList: bridges });

  it('are put together from the lists', () => {
    const inBridge = { BridgeId: 'b1' };
    const list = [listed(a, inBridge), listed(c, {}), listed(b, inBridge)];
    const listened = first(list, [listedBridge('b1', 2)]);
    expect(storyOf(listened.changes)).toEqual(['seed L1: up a+b', 'seed L2: up']);
    expect(listened.state.map(({ direction }) => direction)).toEqual([undefined, undefined]);
  });

  it('are in the place that their application says', () => {
    const inBridge = { BridgeId: 'b1' };
    const queue = { Application: 'Queue', ApplicationData: 'support,t,,,30' };
    const room = { Application: 'ConfBridge', ApplicationData: 'room1,admin', ...inBridge };
    const lot = { Application: 'Park', ApplicationData: '', ...inBridge };
    const list = [
      listed({ id: 'w' }, queue),
      listed({ id: 'x' }, room),
      listed({ id: 'y' }, lot),
      listed({ id: 'z' }, { ...queue, ...inBridge }),
    ];
    expect(storyOf(first(list).changes)).toEqual([
      'seed w: queued | support waits',
      'seed x: up | in room1',
      'seed y: parked | parked at undefined',
      'seed z: up',
    ]);
  });

  it('do not include what Asterisk does for itself', () => {
    const list = [listed({ id: 'x', name: 'CBAnn/room1-00000016;1' })];
    expect(first(list).state).toEqual([]);
  });

  it('go on by events', () => {
    const listened = first([listed(a), listed(b)]);
    listened.take([enters(a, 'b1'), enters(b, 'b1'), leaves(a, 'b1')]);
    expect(storyOf(listened.changes).slice(1)).toEqual([
      'BridgeEnter L1: up a+b',
      'BridgeLeave L1: up',
    ]);
  });
});

import { conferenceKind } from '../../../lib/live/conferences/conference-model.js';
import { newsOf } from '../support/fold.js';
import { entriesOf } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventOf } from '../support/written-events.js';
import { listOf, nameOf, roomEvent, roomsOf } from './room-events.js';

const one = '1795396834.40';
const two = '1795396834.41';

describe('conferences by the events of a22-confbridge', () => {
  const tracked = new Tracked(conferenceKind).take(...newsOf('a22-confbridge'));

  it('change in this order', () => {
    // The first one's join is told after the announcement, behind being muted and unmuted.
    expect(
      tracked.changes.map(({ type, value, cause }) => {
        const inside = [...(value?.participants.values() ?? [])];
        const who = inside.map(({ channelId, isMuted }) =>
          isMuted ? `(${channelId})` : channelId,
        );
        return [nameOf(cause), type, ...who].join(' ');
      }),
    ).toEqual([
      'ConfbridgeStart added',
      `ConfbridgeJoin updated ${two}`,
      `ConfbridgeMute updated ${two} (${one})`,
      `ConfbridgeUnmute updated ${two} ${one}`,
      `ConfbridgeJoin updated ${two} ${one}`,
      `ConfbridgeLeave updated ${one}`,
      'ConfbridgeLeave updated',
      'ConfbridgeEnd removed',
    ]);
    expect(tracked.state).toEqual([]);
  });

  it('hold who is there, and since when', () => {
    const full = tracked.changes[4]?.value;
    const marks = { isMarked: undefined, isWaiting: undefined };
    const flags = { isAdmin: false, isMuted: false, isTalking: false, ...marks };
    expect(full).toMatchObject({
      name: 'room1',
      bridgeId: 'e27a01ad-e1f7-4700-a347-2992eb40a7d8',
      isLocked: false,
      isRecording: false,
    });
    expect(full?.participants.get(one)).toEqual({
      channelId: one,
      channel: 'Local/110@default-00000014;1',
      caller: { number: '801', name: 'Conf 1' },
      ...flags,
      joinedAt: expect.any(Number) as number,
    });
    expect(full?.participants.get(two)).toMatchObject({
      caller: { number: '802', name: 'Conf 2' },
    });
  });
});

it('follows the conference of a22-setup-all-events', () => {
  const tracked = new Tracked(conferenceKind).take(...newsOf('a22-setup-all-events'));
  expect(tracked.story).toEqual([
    'added room1 ConfbridgeStart',
    'updated room1 ConfbridgeJoin',
    'updated room1 ConfbridgeJoin',
    'updated room1 ConfbridgeLeave',
    'updated room1 ConfbridgeLeave',
    'removed room1 ConfbridgeEnd',
  ]);
  expect([...(tracked.changes[2]?.value?.participants.keys() ?? [])]).toEqual([
    '1795396715.10',
    '1795396715.4',
  ]);
});

// No recording has these: written by the catalogue.
describe('conferences by events', () => {
  it('begin with whoever is heard of first', () => {
    const tracked = new Tracked(conferenceKind).take(roomEvent('Join', 'a', '1.1'));
    const startedAt = tracked.at;
    tracked.take(roomEvent('Start', 'a'));
    expect(tracked.get('a')).toMatchObject({ startedAt, isRecording: false });
    expect(tracked.get('a')?.participants.size).toBe(1);
  });

  it('tell who talks', () => {
    const tracked = new Tracked(conferenceKind).take(
      roomEvent('Join', 'a', '1.1'),
      roomEvent('Talking', 'a', '1.1', { TalkingStatus: 'on' }),
    );
    expect(tracked.get('a')?.participants.get('1.1')?.isTalking).toBe(true);
    tracked.take(roomEvent('Talking', 'a', '1.1', { TalkingStatus: 'off' }));
    expect(tracked.get('a')?.participants.get('1.1')?.isTalking).toBe(false);
  });

  it('tell of recording', () => {
    const tracked = new Tracked(conferenceKind).take(roomEvent('Start', 'a'));
    expect(tracked.take(roomEvent('Record', 'a')).get('a')?.isRecording).toBe(true);
    expect(tracked.take(roomEvent('StopRecord', 'a')).get('a')?.isRecording).toBe(false);
  });

  it('lose who hangs up, and are looked at since the end may be lost', () => {
    const tracked = new Tracked(conferenceKind).take(roomEvent('Join', 'a', '1.1'));
    const { stale } = tracked;
    tracked.take(eventOf('Hangup', { Uniqueid: '1.1' }), eventOf('Hangup', { Uniqueid: '1.1' }));
    expect(tracked.get('a')?.participants.size).toBe(0);
    expect(tracked.stale).toBe(stale + 1);
  });

  it('are entered by one channel one at a time', () => {
    const tracked = new Tracked(conferenceKind).take(
      roomEvent('Join', 'a', '1.1'),
      roomEvent('Join', 'b', '1.1'),
      eventOf('Rename', { Uniqueid: '1.1', Newname: 'PJSIP/other' }),
    );
    expect(tracked.get('a')?.participants.size).toBe(0);
    expect(tracked.get('b')?.participants.get('1.1')?.channel).toBe('PJSIP/other');
  });

  it('begin anew under the same name', () => {
    const tracked = new Tracked(conferenceKind).take(
      roomEvent('Start', 'a'),
      roomEvent('Join', 'a', '1.1'),
      // The end is lost; what is late of the first is not the second's.
      roomEvent('Start', 'a', undefined, { BridgeUniqueid: 'second' }),
      roomEvent('Mute', 'a', '1.1'),
      roomEvent('Leave', 'a', '1.1'),
      roomEvent('End', 'a'),
    );
    expect(tracked.get('a')).toMatchObject({ bridgeId: 'second', participants: new Map() });
  });

  it('do not come back by what is late', () => {
    const tracked = new Tracked(conferenceKind).take(
      roomEvent('Start', 'a'),
      roomEvent('Join', 'a', '1.1'),
      roomEvent('Leave', 'a', '1.1'),
      roomEvent('Mute', 'a', '1.1'),
    );
    expect(tracked.get('a')?.participants.size).toBe(0);
    tracked.take(roomEvent('End', 'a'), roomEvent('Mute', 'a', '1.1'), roomEvent('Record', 'a'));
    expect(tracked.state).toEqual([]);
  });

  it('are not made of nonsense', () => {
    const names = ['Start', 'Join', 'Leave', 'End', 'Mute', 'Unmute', 'Talking', 'Record'];
    const odd = ['StopRecord', ...names].map((name) => eventOf(`Confbridge${name}`, {}));
    const halves = names
      .slice(1, 4)
      .map((name) => eventOf(`Confbridge${name}`, { Conference: 'a' }));
    const tracked = new Tracked(conferenceKind).take(
      ...odd,
      ...halves,
      roomEvent('Talking', 'a', '1.1', { TalkingStatus: 'maybe' }),
      eventOf('Hangup', {}),
      eventOf('Rename', {}),
    );
    expect(tracked.state).toEqual([]);
  });
});

describe('conferences by lists', () => {
  it.each(['a16-lists-busy', 'a22-lists-busy'])('read %s', (recording) => {
    const tracked = new Tracked(conferenceKind).seed({
      ConfbridgeListRooms: entriesOf(recording, 'ConfbridgeListRooms'),
      'ConfbridgeList room1': entriesOf(recording, 'ConfbridgeList'),
    });
    expect(tracked.asked).toEqual(['ConfbridgeListRooms', 'ConfbridgeList room1']);
    expect(tracked.story).toEqual(['added room1 seed', 'updated room1 seed']);
    const [room] = tracked.state;
    expect(room).toMatchObject({ bridgeId: undefined, isRecording: undefined, isLocked: false });
    expect([...(room?.participants.values() ?? [])]).toMatchObject([
      { caller: { number: '111', name: 'Conf One' }, isMarked: false, isWaiting: false },
      { caller: { number: '112', name: 'Conf Two' }, isMuted: false, joinedAt: undefined },
    ]);
  });

  it('tell of locks and marked users at once, also of those that are changing', () => {
    const tracked = new Tracked(conferenceKind).take(
      roomEvent('Start', 'a'),
      roomEvent('Join', 'a', '1.1'),
    );
    const lists = {
      ConfbridgeListRooms: roomsOf(['a'], { Locked: 'Yes' }),
      'ConfbridgeList a': listOf('a', ['1.1'], { MarkedUser: 'Yes' }),
    };
    const meanwhile = [roomEvent('Mute', 'a', '1.1')];
    tracked.seed(lists, { isCheck: true, meanwhile });
    const marked = { isMarked: true, isWaiting: false, isMuted: true };
    expect(tracked.get('a')).toMatchObject({ isLocked: true });
    expect(tracked.get('a')?.participants.get('1.1')).toMatchObject(marked);
    const { stale } = tracked;
    tracked.take(roomEvent('Leave', 'a', '1.1'));
    expect(tracked.stale).toBe(stale + 1);
  });

  it('end those in which nobody is, whichever list says so', () => {
    const before = (): Tracked<unknown> =>
      new Tracked(conferenceKind).take(roomEvent('Join', 'a', '1.1'));
    const rooms = { ConfbridgeListRooms: roomsOf(['a']), 'ConfbridgeList a': [] };
    for (const lists of [{ ConfbridgeListRooms: [], 'ConfbridgeList a': [] }, rooms]) {
      expect(before().seed(lists).keys).toEqual([]);
      expect(before().check(lists).keys).toEqual([]);
    }
  });

  it('repair what is wrong when it is wrong twice', () => {
    const lists = {
      ConfbridgeListRooms: roomsOf(['a', 'b']),
      'ConfbridgeList a': listOf('a', ['1.2'], { Muted: 'Yes' }),
      'ConfbridgeList b': listOf('b', ['1.3']),
    };
    const tracked = new Tracked(conferenceKind).take(
      roomEvent('Join', 'a', '1.1'),
      roomEvent('Join', 'a', '1.2'),
    );
    tracked.seed(lists, { isCheck: true });
    expect(tracked.keys).toEqual(['a']);
    expect(tracked.get('a')?.participants.size).toBe(2);
    tracked.seed(lists, { isCheck: true });
    expect(tracked.keys).toEqual(['a', 'b']);
    expect([...(tracked.get('a')?.participants.values() ?? [])]).toMatchObject([
      { channelId: '1.2', isMuted: true },
    ]);
    // Both are where they are: leaving finds them.
    tracked.take(eventOf('Hangup', { Uniqueid: '1.3' }));
    expect(tracked.get('b')?.participants.size).toBe(0);
  });

  it('leave alone what they are refused', () => {
    const tracked = new Tracked(conferenceKind).take(roomEvent('Join', 'a', '1.1'));
    tracked
      .seed({})
      .check({})
      .check({ ConfbridgeListRooms: roomsOf(['a']) });
    expect(tracked.get('a')?.participants.size).toBe(1);
  });
});

import fc from 'fast-check';
import { conferenceKind } from '../../../lib/live/conferences/conference-model.js';
import type { Conference } from '../../../lib/live/conferences/conference.js';
import { Tracked } from '../support/tracked.js';
import { listOf, roomEvent, roomsOf } from './room-events.js';

const second = { BridgeUniqueid: 'second' };
const events = [
  roomEvent('Start', 'a'),
  roomEvent('Join', 'a', '1.1'),
  roomEvent('Record', 'a'),
  roomEvent('Join', 'a', '1.2'),
  roomEvent('Mute', 'a', '1.1'),
  roomEvent('Start', 'b'),
  roomEvent('Join', 'b', '2.1'),
  roomEvent('Leave', 'a', '1.2'),
  roomEvent('Talking', 'b', '2.1', { TalkingStatus: 'on' }),
  roomEvent('Leave', 'a', '1.1'),
  roomEvent('End', 'a'),
  roomEvent('Join', 'b', '1.2'),
  roomEvent('Start', 'a', undefined, second),
  roomEvent('Join', 'a', '1.1', second),
  roomEvent('Unmute', 'b', '2.1'),
  roomEvent('Leave', 'b', '2.1'),
];
const last = events.length;

/** What the exchange lists when it has come so far. */
function listsAfter(count: number): Record<string, ReturnType<typeof roomsOf>> {
  const rooms = new Tracked(conferenceKind).take(...events.slice(0, count)).state;
  const inside = rooms.map(({ name, participants }): [string, ReturnType<typeof listOf>] => [
    `ConfbridgeList ${name}`,
    [...participants.values()].flatMap(({ channelId, isMuted, isTalking }) =>
      listOf(name, [channelId], {
        Muted: isMuted ? 'Yes' : 'No',
        Talking: isTalking ? 'Yes' : 'No',
      }),
    ),
  ]);
  const lists = { 'ConfbridgeList a': [], 'ConfbridgeList b': [] };
  return {
    ...lists,
    ConfbridgeListRooms: roomsOf(rooms.map(({ name }) => name)),
    ...Object.fromEntries(inside),
  };
}

/** What does not depend on how it came to be known. */
function gistOf(tracked: Tracked<Conference>): string[] {
  return tracked.state
    .flatMap(({ name, participants }) =>
      [...participants.values()].map(({ channelId, isMuted, isTalking }) =>
        [name, channelId, isMuted && 'muted', isTalking && 'talking'].join(' '),
      ),
    )
    .sort();
}

it('ends in the same state wherever the lists come', () => {
  const expected = ['a 1.1 false false', 'b 1.2 false false'];
  expect(gistOf(new Tracked(conferenceKind).take(...events))).toEqual(expected);
  const places = fc.tuple(fc.nat(last), fc.nat(last), fc.nat(last));
  fc.assert(
    fc.property(places, fc.boolean(), (some, isCheck) => {
      some.sort((a, b) => a - b);
      const [asked, came, made] = some;
      const tracked = new Tracked(conferenceKind)
        .take(...events.slice(0, asked))
        .seed(listsAfter(made), { isCheck, meanwhile: events.slice(asked, came) })
        .take(...events.slice(came));
      expect(gistOf(tracked)).toEqual(expected);
      expect(tracked.keys.sort()).toEqual(['a', 'b']);
    }),
  );
});

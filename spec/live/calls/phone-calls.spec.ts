import { callKind } from '../../../lib/live/calls/call-model.js';
import { Listened } from '../channels/listened.js';
import { channelEvent, enters, eventOf, leaves } from './by-hand.js';
import { lastValuesOf, outcomeOf, storyOf, timelineOf } from './call-story.js';

const alice = { id: 'alice' };
const bob = { id: 'bob', linkedid: 'alice' };

/** Alice calls Bob: five events, and five more until they talk. */
const dialled = [
  channelEvent('Newchannel', { ...alice, state: 'Ring' }),
  channelEvent('Newchannel', { ...bob, state: 'Down' }),
  channelEvent('DialBegin', { ...alice, state: 'Ring' }, {}, { ...bob, state: 'Down' }),
  channelEvent('Newstate', { ...bob, state: 'Ringing' }),
  channelEvent('DialState', alice, { DialStatus: 'RINGING' }, { ...bob, state: 'Ringing' }),
];
const answered = [
  ...dialled,
  channelEvent('Newstate', bob),
  channelEvent('DialEnd', alice, { DialStatus: 'ANSWER' }, bob),
  channelEvent('Newstate', alice),
  enters(bob, 'b1'),
  enters(alice, 'b1'),
];
const hangup = (channel: { id: string; linkedid?: string }, code = '16') =>
  channelEvent('Hangup', channel, { Cause: code, 'Cause-txt': 'Some cause' });

describe('a call between phones', () => {
  it('is inbound, and goes from dialing to its end', () => {
    const { changes } = new Listened(callKind).take([
      ...answered,
      leaves(bob, 'b1'),
      hangup(bob),
      leaves(alice, 'b1'),
      hangup(alice),
    ]);
    expect(storyOf(changes)).toEqual([
      'Newchannel alice: dialing',
      'DialBegin alice: dialing | alice>bob dialing',
      'Newstate alice: ringing | alice>bob dialing',
      'DialState alice: ringing | alice>bob ringing',
      'DialEnd alice: up | alice>bob answered',
      'BridgeEnter alice: up bob+alice | alice>bob answered',
      'BridgeLeave alice: up | alice>bob answered',
      'Hangup alice: ended | alice>bob answered',
      'Hangup alice: gone',
    ]);
    const { alice: last } = lastValuesOf(changes);
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'inbound',
      startedAt: 1,
      answeredAt: 10,
      endedAt: 14,
      talked: 1,
      cause: 16,
    });
    expect(last?.callee).toEqual({ number: 'bob', name: undefined });
  });

  it('is on hold while one of them holds, however often that is told', () => {
    const { changes } = new Listened(callKind).take([
      ...answered,
      channelEvent('Hold', bob),
      channelEvent('Hold', bob),
      channelEvent('Hold', alice),
      channelEvent('Unhold', bob),
      channelEvent('Unhold', alice),
    ]);
    expect(storyOf(changes).slice(-2)).toEqual([
      'Hold alice: held bob+alice | alice>bob answered',
      'Unhold alice: up bob+alice | alice>bob answered',
    ]);
    expect(timelineOf(changes.at(-1)?.value).slice(-3)).toEqual([
      '10 talking',
      '11 held',
      '15 resumed',
    ]);
  });

  it('is given up by the caller', () => {
    const { changes } = new Listened(callKind).take([
      ...dialled,
      hangup(alice, '127'),
      hangup(bob),
    ]);
    expect(storyOf(changes).slice(-3)).toEqual([
      'Hangup alice: ringing | alice>bob cancelled',
      'Hangup alice: ended | alice>bob cancelled',
      'Hangup alice: gone',
    ]);
    expect(outcomeOf(lastValuesOf(changes)['alice'])).toMatchObject({
      result: 'cancelled',
      answeredAt: undefined,
      cause: 127,
    });
  });

  it.each([
    ['BUSY', 'busy'],
    ['NOANSWER', 'no-answer'],
    ['DONTCALL', 'rejected'],
    ['CONGESTION', 'failed'],
    ['CHANUNAVAIL', 'failed'],
    ['CANCEL', 'cancelled'],
  ])('ends as its last dial does: %s', (DialStatus, result) => {
    const { changes } = new Listened(callKind).take([
      ...dialled,
      channelEvent('DialEnd', alice, { DialStatus }, bob),
      hangup(bob),
      hangup(alice),
    ]);
    expect(lastValuesOf(changes)['alice']?.result).toBe(result);
  });

  it('tells where the phone has sent the caller', () => {
    const { state } = new Listened(callKind).take([
      ...dialled,
      channelEvent('DialEnd', alice, { DialStatus: 'CANCEL', Forward: '200@default' }, bob),
    ]);
    expect(state[0]?.dials).toMatchObject([{ status: 'forwarded', forwardedTo: '200@default' }]);
  });

  it('is recorded from one event to the other', () => {
    const { changes } = new Listened(callKind).take([
      ...answered,
      channelEvent('MixMonitorStart', alice),
      channelEvent('MixMonitorStop', alice),
    ]);
    expect(storyOf(changes).slice(-2)).toEqual([
      'MixMonitorStart alice: up bob+alice | alice>bob answered | recorded',
      'MixMonitorStop alice: up bob+alice | alice>bob answered',
    ]);
  });
});

describe('a parked call', () => {
  const parkee = { ParkeeChannel: 'PJSIP/alice-00000001', ParkeeUniqueid: 'alice' };
  const parked = [
    ...answered,
    leaves(alice, 'b1'),
    eventOf('ParkedCall', { ...parkee, Parkinglot: 'default', ParkingSpace: '701' }),
    hangup(bob),
  ];
  const carol = { id: 'carol' };

  it('is fetched, and one with the call of who fetches it', () => {
    const { changes } = new Listened(callKind).take([
      ...parked,
      channelEvent('Newchannel', { ...carol, state: 'Ring' }),
      channelEvent('Newstate', carol),
      eventOf('UnParkedCall', { ...parkee, Parkinglot: 'default', ParkingSpace: '701' }),
      enters(alice, 'b2'),
      enters({ ...carol, linkedid: 'alice' }, 'b2'),
      hangup({ ...carol, linkedid: 'alice' }),
      hangup(alice),
    ]);
    expect(storyOf(changes).slice(-11)).toEqual([
      'BridgeLeave alice: up | alice>bob answered',
      'ParkedCall alice: parked | alice>bob answered | parked at 701',
      'Newchannel carol: dialing',
      'Newstate carol: up',
      'UnParkedCall alice: up | alice>bob answered',
      'BridgeEnter carol: up | now alice',
      'BridgeEnter carol: gone',
      'BridgeEnter alice: up alice+carol | alice>bob answered',
      'Hangup alice: up | alice>bob answered',
      'Hangup alice: ended | alice>bob answered',
      'Hangup alice: gone',
    ]);
    expect(timelineOf(lastValuesOf(changes)['alice']).slice(-6)).toEqual([
      '12 parked alice 701',
      '14 started carol',
      '16 unparked alice 701',
      '18 merged carol',
      '18 talking',
      '20 ended',
    ]);
  });

  it('is given up', () => {
    const { changes } = new Listened(callKind).take([
      ...parked,
      eventOf('ParkedCallGiveUp', { ...parkee, Parkinglot: 'default', ParkingSpace: '701' }),
      hangup(alice),
    ]);
    expect(storyOf(changes).slice(-4)).toEqual([
      'ParkedCall alice: parked | alice>bob answered | parked at 701',
      'ParkedCallGiveUp alice: up | alice>bob answered',
      'Hangup alice: ended | alice>bob answered',
      'Hangup alice: gone',
    ]);
  });
});

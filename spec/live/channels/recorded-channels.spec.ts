import { channelKind } from '../../../lib/live/channels/channel-model.js';
import type { Channel } from '../../../lib/live/channels/channel.js';
import { transcripts } from '../../support/transcripts.js';
import { newsOf } from '../support/fold.js';
import { short, storyOf } from './channel-story.js';
import { Listened } from './listened.js';

/** The changes of a recording, but for those of variables alone. */
function storyIn(recording: string): string[] {
  const { changes } = new Listened(channelKind).take(newsOf(recording));
  return storyOf(changes).filter((line) => !/^VarSet \S+ variables \d+$/.test(line));
}

describe('the channels of a call through a queue', () => {
  const news = newsOf('a22-queue-call');

  it('change in this order', () => {
    expect(storyIn('a22-queue-call')).toEqual([
      'Newchannel 34: down Local/110@default-00000011;1 of 34',
      'Newchannel 35: ring Local/110@default-00000011;2 of 34',
      'Newchannel 35: half of 34',
      'Newchannel 34: half of 35',
      'Newexten 34: AppDial2((Outgoing Line))',
      'NewCallerid 34: caller 555 Caller Q',
      'NewConnectedLine 34: connected 555 Caller Q',
      'NewCallerid 35: caller 555 Caller Q, connected 555 Caller Q',
      'Newexten 35: Answer()',
      'Newstate 35: up, answered',
      'Newstate 34: up, answered',
      'Newexten 34: at 200,1, Queue(support,,,,20)',
      'Newchannel 36: down Local/101@default-00000012;1 of 34',
      'Newchannel 37: ring Local/101@default-00000012;2 of 34',
      'Newchannel 37: half of 36',
      'Newchannel 36: half of 37',
      'Newexten 36: caller 555 Caller Q, AppQueue((Outgoing Line))',
      'NewCallerid 37: caller 555 Caller Q, connected 555 Caller Q',
      'Newexten 37: Wait(0.2)',
      'Newexten 37: at 101,2, Answer()',
      'Newstate 37: up, answered',
      'Newstate 36: up, connected 555 Caller Q, at 200,1, answered',
      'BridgeEnter 36: in a bridge',
      'BridgeEnter 34: in a bridge',
      'Newexten 35: at 110,2, Wait(60)',
      'Newexten 37: at 101,3, Wait(3)',
      'Newexten 37: at 101,4, Hangup()',
      'Hangup 37: ended by 16',
      'Hangup 37: gone',
      'BridgeLeave 36: in no bridge',
      'Hangup 36: ended by 16',
      'Hangup 36: gone',
      'BridgeLeave 34: in no bridge',
      'Hangup 34: ended by 16',
      'Hangup 34: gone',
      'Hangup 35: ended by 16',
      'Hangup 35: gone',
    ]);
  });

  it('are as the events say while the two talk', () => {
    const caller: Channel = {
      id: '1795396819.34',
      name: 'Local/110@default-00000011;1',
      state: 'up',
      caller: { number: '555', name: 'Caller Q' },
      connected: { number: '555', name: 'Caller Q' },
      language: 'en',
      account: undefined,
      place: { context: 'default', extension: '200', priority: 1 },
      application: { name: 'Queue', data: 'support,,,,20' },
      linkedid: '1795396819.34',
      bridgeId: '03353a23-721b-46dc-9488-93895173001d',
      otherHalf: '1795396819.35',
      variables: new Map([
        ['ANSWEREDTIME', ''],
        ['ANSWEREDTIME_MS', ''],
        ['DIALEDTIME', ''],
        ['DIALEDTIME_MS', ''],
        ['QUEUEWAIT', '1'],
        ['QUEUEWAIT_MS', '1000'],
        ['QUEUEPOSITION', '1'],
        ['BRIDGEPEER', 'Local/101@default-00000012;1'],
      ]),
      isHeld: false,
      musicOnHold: undefined,
      startedAt: 3000,
      answeredAt: 16_000,
      hangup: undefined,
    };
    // Up to the Newexten before the agent hangs up.
    const listened = new Listened(channelKind).take(news.slice(0, 66));
    expect(listened.get('1795396819.34')).toEqual(caller);
    expect(listened.keys).toHaveLength(4);
    const before = listened.changes.length;
    listened.take(news.slice(66));
    expect(listened.state).toEqual([]);
    const last = listened.changes.slice(before).find(({ value }) => value?.id === caller.id);
    expect(last).toMatchObject({ type: 'updated', previous: caller });
  });
});

describe('a Local channel that is optimised away', () => {
  it('has its far channel swapped into the near bridge', () => {
    const story = storyIn('a22-local-optimization');
    expect(story.slice(story.indexOf('BridgeEnter 85: in a bridge'))).toEqual([
      'BridgeEnter 85: in a bridge',
      'Newexten 87: at undefined,1',
      'BridgeEnter 87: in a bridge',
      'BridgeEnter 83: in a bridge',
      'BridgeEnter 86: in a bridge',
      'Newexten 84: at 110,2, Wait(60)',
      'Newexten 88: at 970,2, Milliwatt()',
      'BridgeLeave 87: in no bridge',
      'BridgeLeave 85: in no bridge',
      'BridgeEnter 87: in a bridge',
      'BridgeLeave 86: in no bridge',
      'Hangup 85: ended by 16',
      'Hangup 85: gone',
      'Hangup 86: ended by 16',
      'Hangup 86: gone',
      'BridgeLeave 83: in no bridge',
      'BridgeLeave 87: in no bridge',
      'Hangup 87: ended by 16',
      'Hangup 87: gone',
      'Hangup 83: ended by 16',
      'Hangup 83: gone',
      'Hangup 84: ended by 0',
      'Hangup 84: gone',
      'Hangup 88: ended by 16',
      'Hangup 88: gone',
    ]);
  });
});

/** Where the bridges of a recording are. */
const bridges = {
  first: 'ed566f59-258d-47bb-a4fd-374e0777dc6f',
  consultation: '7c0c696a-7e24-4b8f-a6f8-de0faab5600b',
  redirected: 'c494701d-9a66-4438-b067-a872c2a7017b',
};

describe('channels at named moments', () => {
  it.each([
    // An attended transfer: 165 holds, and consults 167; then 167 takes its place.
    ['a16-attended-transfer', 61, '165', { isHeld: true, bridgeId: bridges.first }],
    ['a16-attended-transfer', 91, '165', { isHeld: false, bridgeId: undefined }],
    ['a16-attended-transfer', 92, '165', { isHeld: false, bridgeId: bridges.consultation }],
    ['a16-attended-transfer', 101, '167', { bridgeId: bridges.first, otherHalf: '168' }],
    // 203 picks up, and becomes one of the call of 199, of which only the VarSet tells.
    ['a16-pickup', 76, '203', { linkedid: '203', otherHalf: '204' }],
    ['a16-pickup', 77, '203', { linkedid: '199' }],
    ['a16-pickup', 101, '204', { linkedid: '203' }],
    // Both are sent elsewhere, and brought together again.
    ['a22-redirect-bridge', 61, '105', { place: place('415', 1) }],
    ['a22-redirect-bridge', 67, '105', { bridgeId: undefined, place: place('415', 2) }],
    ['a22-redirect-bridge', 70, '105', { bridgeId: bridges.redirected }],
    ['a22-redirect-bridge', 70, '107', { bridgeId: bridges.redirected }],
    ['a16-escaped-names', 5, '0', { connected: { number: '700', name: 'O\'Neil "q" \\new' } }],
    ['a16-escaped-names', 51, '2', { musicOnHold: 'default' }],
    ['a16-escaped-names', 57, '2', { musicOnHold: undefined }],
    // The lines after the first are forged by the dialplan, and are no fields of a channel.
    ['a16-newline-injection', 34, '98', { caller: { number: '12', name: 'Evil\r\nX-Inj: yes' } }],
    ['a16-newline-injection', 34, '98', { account: 'ac', place: place('950', 7), state: 'up' }],
  ])('%s, event %i: %s', (recording, count, key, expected) => {
    const listened = new Listened(channelKind).take(newsOf(recording).slice(0, count));
    const channel = listened.state.find(({ id }) => short(id) === key);
    const { otherHalf, linkedid } = channel ?? {};
    const shortened = { ...channel, otherHalf: short(otherHalf), linkedid: short(linkedid) };
    expect(shortened).toMatchObject(expected);
  });

  it('are those of the call alone, whatever its dialplan forges', () => {
    const { changes, state } = new Listened(channelKind).take(newsOf('a16-newline-injection'));
    expect(new Set(changes.map(({ key }) => short(key)))).toEqual(new Set(['98', '99']));
    expect(state).toEqual([]);
  });
});

function place(extension: string, priority: number): Channel['place'] {
  return { context: 'default', extension, priority };
}

describe('all recordings', () => {
  it.each(transcripts)('end without channels, and tell of nothing that is not new: %s', (name) => {
    const { changes, state } = new Listened(channelKind).take(newsOf(name));
    const idle = storyOf(changes).filter((line) => line.endsWith(': nothing'));
    expect(idle).toEqual([]);
    expect(isCutOff(name) ? [] : state).toEqual([]);
  });
});

/** Whether the recording ends while calls are up. */
function isCutOff(name: string): boolean {
  return /slow-reader|stop|restart|lists/.test(name);
}

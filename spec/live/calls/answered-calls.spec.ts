import {
  callsIn,
  countedFrom,
  lastValuesOf,
  outcomeOf,
  storyOf,
  timelineOf,
} from './call-story.js';

describe('a call that somebody answers', () => {
  const { changes } = callsIn('a22-originate-local-dial-n');
  const { 30: last } = lastValuesOf(changes);

  it('changes in this order', () => {
    expect(storyOf(changes)).toEqual([
      'Newchannel 30: dialing',
      'DialBegin 30: dialing | ->30 dialing',
      'DialEnd 30: up | ->30 answered',
      'DialBegin 30: dialing | ->30 answered, 30>32 dialing',
      'DialEnd 30: up | ->30 answered, 30>32 answered',
      'BridgeEnter 30: up 33+31 | ->30 answered, 30>32 answered',
      'Hangup 30: up | ->30 answered, 30>32 answered',
      'Hangup 30: ended | ->30 answered, 30>32 answered',
      'Hangup 30: gone',
    ]);
  });

  it('changes so on Asterisk 16 as well', () => {
    const on16 = storyOf(callsIn('a16-originate-local-dial-n').changes);
    const first = Number(/\d+/.exec(on16[0] ?? '')?.[0]);
    expect(countedFrom(first, on16)).toEqual(countedFrom(30, storyOf(changes)));
  });

  it('is up, and two talk, while they are in a bridge', () => {
    const call = callsIn('a22-originate-local-dial-n', 54).state[0];
    expect(call).toMatchObject({
      state: 'up',
      callee: { number: '401', name: undefined },
      answeredAt: 54_000,
      talkingSince: 54_000,
      talkMs: 0,
      endedAt: undefined,
      result: undefined,
    });
    expect(call?.legs.map(({ channel, isLocal, state }) => [channel, isLocal, state])).toEqual([
      ['Local/110@default-0000000f;1', true, 'up'],
      ['Local/110@default-0000000f;2', true, 'up'],
      ['Local/101@default-00000010;1', true, 'up'],
      ['Local/101@default-00000010;2', true, 'up'],
    ]);
  });

  it('tells in the end what has happened', () => {
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 54,
      endedAt: 81,
      // From the second one in the bridge to the hangup of the one behind the first.
      talked: 62 - 54,
      cause: 16,
    });
    expect(timelineOf(last)).toEqual([
      '3 started 30',
      '7 dialing 30 Local/110@default-0000000f;1',
      '12 answered 30 answered',
      '40 dialing 32 Local/101@default-00000010;1',
      '50 answered 32 answered',
      '54 talking',
      '81 ended',
    ]);
    expect(last?.legs.map(({ endedAt }) => endedAt)).toEqual([78_000, 81_000, 67_000, 62_000]);
    expect(last?.talkingSince).toBeUndefined();
  });
});

describe('a call that only the exchange answers', () => {
  it('is answered when it does so', () => {
    const { changes } = callsIn('a22-originate-local-exten');
    expect(storyOf(changes)).toEqual([
      'Newchannel 24: dialing',
      'DialBegin 24: dialing | ->24 dialing',
      'DialEnd 24: up | ->24 answered',
      'Hangup 24: ended | ->24 answered',
      'Hangup 24: gone',
    ]);
    const { 24: last } = lastValuesOf(changes);
    expect(outcomeOf(last)).toMatchObject({ result: 'answered', answeredAt: 14, talked: 0 });
    expect(last?.caller).toEqual({ number: '700', name: 'Originate' });
    expect(last?.callee).toBeUndefined();
  });
});

describe('a call that is up before it is told that it is dialled', () => {
  it('is as each event says', () => {
    expect(storyOf(callsIn('a22-originate-local-dial').changes).slice(0, 4)).toEqual([
      'Newchannel 26: dialing',
      'Newstate 26: up',
      'DialBegin 26: dialing | ->26 dialing',
      'DialEnd 26: up | ->26 answered',
    ]);
  });
});

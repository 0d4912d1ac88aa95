import { callsIn, lastValuesOf, outcomeOf, storyOf, timelineOf } from './call-story.js';

describe('two calls in a conference', () => {
  const { changes } = callsIn('a22-confbridge');
  const { 40: one, 41: other } = lastValuesOf(changes);

  it('change in this order, each with both who hear each other', () => {
    expect(storyOf(changes)).toEqual([
      'Newchannel 41: dialing',
      'Newchannel 40: dialing',
      'DialBegin 40: dialing | ->40 dialing',
      'DialBegin 41: dialing | ->41 dialing',
      'DialEnd 40: up | ->40 answered',
      'DialEnd 41: up | ->41 answered',
      'ConfbridgeJoin 41: up | ->41 answered | in room1',
      'ConfbridgeJoin 40: up | ->40 answered | in room1',
      'BridgeEnter 40: up 43+42 | ->40 answered | in room1',
      'BridgeEnter 41: up 43+42 | ->41 answered | in room1',
      'BridgeLeave 41: up | ->41 answered | in room1',
      'BridgeLeave 40: up | ->40 answered | in room1',
      'ConfbridgeLeave 41: up | ->41 answered',
      'ConfbridgeLeave 40: up | ->40 answered',
      'Hangup 41: ended | ->41 answered',
      'Hangup 41: gone',
      'Hangup 40: ended | ->40 answered',
      'Hangup 40: gone',
    ]);
  });

  it('are answered first by the exchange, then by each other', () => {
    expect(callsIn('a22-confbridge', 66).state.map(({ answeredAt }) => answeredAt)).toEqual([
      34_000, 15_000,
    ]);
    expect(callsIn('a22-confbridge', 67).state.map(({ answeredAt }) => answeredAt)).toEqual([
      67_000, 67_000,
    ]);
  });

  it('tell in the end what has happened', () => {
    const inCommon = { result: 'answered', direction: 'outbound', answeredAt: 67, cause: 16 };
    const talked = 73 - 67;
    expect(outcomeOf(one)).toEqual({ ...inCommon, startedAt: 4, endedAt: 102, talked });
    expect(outcomeOf(other)).toEqual({ ...inCommon, startedAt: 3, endedAt: 95, talked });
    expect(one?.caller).toEqual({ number: '801', name: 'Conf 1' });
    expect(timelineOf(one)).toEqual([
      '4 started 40',
      '12 dialing 40 Local/110@default-00000014;1',
      '28 answered 40 answered',
      '66 conference-joined 40 room1',
      '67 talking',
      '83 conference-left 40 room1',
      '102 ended',
    ]);
  });
});

import {
  callsIn,
  countedFrom,
  lastValuesOf,
  outcomeOf,
  storyOf,
  timelineOf,
} from './call-story.js';

describe('a call that is parked', () => {
  const { changes } = callsIn('a16-park');
  const { 176: last } = lastValuesOf(changes);

  it('changes in this order', () => {
    const dials = '->176 answered, 176>178 answered';
    expect(storyOf(changes)).toEqual([
      'Newchannel 176: dialing',
      'DialBegin 176: dialing | ->176 dialing',
      'DialEnd 176: up | ->176 answered',
      'DialBegin 176: dialing | ->176 answered, 176>178 dialing',
      `DialEnd 176: up | ${dials}`,
      `BridgeEnter 176: up 179+177 | ${dials}`,
      `BridgeLeave 176: up | ${dials}`,
      `ParkedCall 176: parked | ${dials} | parked at 701`,
      // Nobody fetches it, and who parked it is called.
      `ParkedCallTimeOut 176: up | ${dials}`,
      `DialBegin 176: dialing | ${dials}, 178>180 dialing`,
      `DialEnd 176: up | ${dials}, 178>180 answered`,
      `BridgeEnter 176: up 181+179 | ${dials}, 178>180 answered`,
      `BridgeLeave 176: up | ${dials}, 178>180 answered`,
      `Hangup 176: ended | ${dials}, 178>180 answered`,
      'Hangup 176: gone',
    ]);
  });

  it('tells where it is parked', () => {
    expect(callsIn('a16-park', 69).state[0]?.parking).toEqual({
      channelId: expect.stringMatching(/\.178$/) as string,
      lot: 'default',
      space: '701',
      parkedAt: 61_000,
    });
  });

  it('tells in the end what has happened', () => {
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 53,
      endedAt: 155,
      talked: 60 - 53 + (139 - 115),
      cause: 16,
    });
    expect(timelineOf(last)).toEqual([
      '3 started 176',
      '7 dialing 176 Local/110@default-00000032;1',
      '12 answered 176 answered',
      '40 dialing 178 Local/110@default-00000033;1',
      '49 answered 178 answered',
      '53 talking',
      '61 parked 178 701',
      '70 unparked 178 701',
      '102 dialing 180 Local/110@default-00000034;1',
      '111 answered 180 answered',
      '115 talking',
      '155 ended',
    ]);
  });
});

describe('a call through a Local channel that is optimised away', () => {
  const { changes } = callsIn('a22-local-optimization');
  const { 83: last } = lastValuesOf(changes);

  it('is between the same two before and after', () => {
    const dials = '->83 answered, 83>85 answered, 86>87 answered';
    expect(storyOf(changes)).toEqual([
      'Newchannel 83: dialing',
      'DialBegin 83: dialing | ->83 dialing',
      'DialEnd 83: up | ->83 answered',
      'DialBegin 83: dialing | ->83 answered, 83>85 dialing',
      'DialBegin 83: dialing | ->83 answered, 83>85 dialing, 86>87 dialing',
      'DialEnd 83: dialing | ->83 answered, 83>85 dialing, 86>87 answered',
      `DialEnd 83: up | ${dials}`,
      // As long as the other half is in no bridge itself, it is that which talks.
      `BridgeEnter 83: up 86+84 | ${dials}`,
      `BridgeEnter 83: up 88+84 | ${dials}`,
      `BridgeLeave 83: up | ${dials}`,
      `BridgeEnter 83: up 84+88 | ${dials}`,
      `BridgeLeave 83: up | ${dials}`,
      `Hangup 83: ended | ${dials}`,
      'Hangup 83: gone',
    ]);
  });

  it('tells in the end what has happened', () => {
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 87,
      endedAt: 138,
      talked: 97 - 87 + (120 - 100),
      cause: 16,
    });
    expect(last?.callee).toEqual({ number: '411', name: undefined });
  });
});

describe('a call whose parties are sent elsewhere, and put together again', () => {
  const { changes } = callsIn('a22-redirect-bridge');
  const { 105: last } = lastValuesOf(changes);

  it('changes in this order, and not any more after its end', () => {
    const dials = '->105 answered, 105>107 answered';
    expect(storyOf(changes)).toEqual([
      'Newchannel 105: dialing',
      'DialBegin 105: dialing | ->105 dialing',
      'DialEnd 105: up | ->105 answered',
      'DialBegin 105: dialing | ->105 answered, 105>107 dialing',
      `DialEnd 105: up | ${dials}`,
      `BridgeEnter 105: up 108+106 | ${dials}`,
      `BridgeLeave 105: up | ${dials}`,
      `BridgeEnter 105: up 108+106 | ${dials}`,
      `BridgeLeave 105: up | ${dials}`,
      `Hangup 105: ended | ${dials}`,
      'Hangup 105: gone',
    ]);
  });

  it('changes so on Asterisk 16 as well', () => {
    const on16 = storyOf(callsIn('a16-redirect-bridge').changes);
    const first = Number(/\d+/.exec(on16[0] ?? '')?.[0]);
    expect(countedFrom(first, on16)).toEqual(countedFrom(105, storyOf(changes)));
  });

  it('counts both talks', () => {
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 53,
      endedAt: 91,
      talked: 62 - 53 + (80 - 70),
      cause: 16,
    });
  });
});

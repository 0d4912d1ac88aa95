import { callsIn, lastValuesOf, outcomeOf, storyOf, timelineOf } from './call-story.js';

describe('a call that is transferred after a talk', () => {
  const { changes } = callsIn('a16-attended-transfer');
  const { 163: last } = lastValuesOf(changes);

  it('changes in this order', () => {
    const dials = '->163 answered, 163>165 answered';
    const transfer = 'transferred to Local/415@default-00000031;1';
    expect(storyOf(changes)).toEqual([
      'Newchannel 163: dialing',
      'DialBegin 163: dialing | ->163 dialing',
      'DialEnd 163: up | ->163 answered',
      'DialBegin 163: dialing | ->163 answered, 163>165 dialing',
      `DialEnd 163: up | ${dials}`,
      `BridgeEnter 163: up 166+164 | ${dials}`,
      `Hold 163: held 166+164 | ${dials}`,
      // The transferrer goes over to the third party, and out,
      `BridgeLeave 163: up | ${dials}`,
      `BridgeEnter 163: up 168+166 | ${dials}`,
      `BridgeLeave 163: up | ${dials}`,
      // and that one comes to the caller.
      `BridgeEnter 163: up 164+168 | ${dials}`,
      `AttendedTransfer 163: up 164+168 | ${dials} | ${transfer}`,
      `BridgeLeave 163: up | ${dials} | ${transfer}`,
      `Hangup 163: ended | ${dials} | ${transfer}`,
      'Hangup 163: gone',
    ]);
  });

  it('tells in the end what has happened', () => {
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 53,
      endedAt: 136,
      talked: 91 - 53 + (98 - 92) + (118 - 101),
      cause: 16,
    });
    expect(last?.transfers).toEqual([
      {
        type: 'attended',
        at: 104_000,
        by: { number: '412', name: undefined },
        to: 'Local/415@default-00000031;1',
        isSuccessful: true,
      },
    ]);
    expect(timelineOf(last)).toEqual([
      '3 started 163',
      '7 dialing 163 Local/110@default-0000002f;1',
      '13 answered 163 answered',
      '40 dialing 165 Local/110@default-00000030;1',
      '49 answered 165 answered',
      '53 talking',
      '61 held',
      '92 talking',
      '101 talking',
      '104 transferred 163 Local/415@default-00000031;1',
      '136 ended',
    ]);
  });
});

describe('a call that is transferred blindly', () => {
  const { changes } = callsIn('a22-blind-transfer');
  const { 89: last } = lastValuesOf(changes);

  it('changes in this order', () => {
    const dials = '->89 answered, 89>91 answered';
    expect(storyOf(changes)).toEqual([
      'Newchannel 89: dialing',
      'DialBegin 89: dialing | ->89 dialing',
      'DialEnd 89: up | ->89 answered',
      'DialBegin 89: dialing | ->89 answered, 89>91 dialing',
      `DialEnd 89: up | ${dials}`,
      `BridgeEnter 89: up 92+90 | ${dials}`,
      `BlindTransfer 89: up 92+90 | ${dials} | transferred to 415@default`,
      `BridgeLeave 89: up | ${dials} | transferred to 415@default`,
      `Hangup 89: ended | ${dials} | transferred to 415@default`,
      'Hangup 89: gone',
    ]);
  });

  it('tells in the end what has happened', () => {
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 53,
      endedAt: 81,
      talked: 64 - 53,
      cause: 16,
    });
    expect(last?.transfers).toEqual([
      {
        type: 'blind',
        at: 62_000,
        by: { number: '412', name: undefined },
        to: '415@default',
        isSuccessful: true,
      },
    ]);
    expect(timelineOf(last).slice(-3)).toEqual([
      '53 talking',
      '62 transferred 89 415@default',
      '81 ended',
    ]);
  });
});

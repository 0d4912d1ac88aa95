import { callsIn, lastValuesOf, outcomeOf, storyOf, timelineOf } from './call-story.js';

describe('a call that is picked up', () => {
  const { changes } = callsIn('a16-pickup');
  const { 199: call, 203: other } = lastValuesOf(changes);

  it('takes over the call of who picks it up, in this order', () => {
    const rings = '->199 answered, 199>201 ringing';
    const taken = '->199 answered, 199>201 answered-elsewhere, ->203 answered';
    const by = ' | picked up by 203';
    expect(storyOf(changes)).toEqual([
      'Newchannel 199: dialing',
      'DialBegin 199: dialing | ->199 dialing',
      'DialEnd 199: up | ->199 answered',
      'Newstate 199: ringing | ->199 answered',
      'DialBegin 199: ringing | ->199 answered, 199>201 dialing',
      `DialState 199: ringing | ${rings}`,
      'Newchannel 203: dialing',
      'DialBegin 203: dialing | ->203 dialing',
      'DialEnd 203: up | ->203 answered',
      `Pickup 199: ringing | ${rings}${by}`,
      `BridgeEnter 199: up 204+200 | ${rings}${by}`,
      'BridgeEnter 203: up 204+200 | ->203 answered',
      // Which call channel 203 is of, the next event about it tells.
      'VarSet 203: up',
      `VarSet 199: up 204+200 | ${rings}, ->203 answered${by}`,
      `Hangup 199: up 204+200 | ${taken}${by}`,
      `BridgeLeave 199: up | ${taken}${by}`,
      'Hangup 203: up | now 199',
      'Hangup 203: gone',
      `Hangup 199: ended | ${taken}${by}`,
      'Hangup 199: gone',
    ]);
  });

  it('tells in the end what has happened in both', () => {
    expect(outcomeOf(call)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 76,
      endedAt: 107,
      // The second from the bridge to the merge is one of either call.
      talked: 90 - 76 + (77 - 76),
      cause: 16,
    });
    expect(timelineOf(call)).toEqual([
      '3 started 199',
      '7 dialing 199 Local/110@default-00000037;1',
      '12 answered 199 answered',
      '44 dialing 201 Local/121@default-00000038;1',
      '48 ringing 201 Local/121@default-00000038;1',
      '51 started 203',
      '55 dialing 203 Local/110@default-00000039;1',
      '60 answered 203 answered',
      '74 picked-up 203',
      '76 talking',
      '80 dial-ended 201 answered-elsewhere',
      '102 merged 203',
      '107 ended',
    ]);
    // Whose number is not known.
    const party = { number: undefined, name: undefined };
    const picker = { channelId: '1795397070.203', party };
    expect(call?.pickups).toEqual([{ at: 74_000, ...picker }]);
    expect(call?.answer).toEqual({ at: 76_000, ...picker });
    expect(call?.callee).toEqual(party);
    expect(call?.pickups.map(({ at }) => at)).toEqual([74_000]);
    expect(call?.legs.map(({ endedAt }) => endedAt)).toEqual([
      107_000, 105_000, 80_000, 83_000, 100_000, 102_000,
    ]);
  });

  it('is not the end of the other one, which goes on in it', () => {
    expect(outcomeOf(other)).toMatchObject({ result: 'now 199', endedAt: undefined });
    expect(other?.state).toBe('up');
  });
});

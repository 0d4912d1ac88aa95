import {
  callsIn,
  countedFrom,
  lastValuesOf,
  outcomeOf,
  storyOf,
  timelineOf,
} from './call-story.js';

describe('a call that nobody answers', () => {
  const { changes } = callsIn('a16-dial-noanswer');

  it('changes in this order', () => {
    expect(storyOf(changes)).toEqual([
      'Newchannel 213: dialing',
      'DialBegin 213: dialing | ->213 dialing',
      'DialEnd 213: up | ->213 answered',
      'DialBegin 213: dialing | ->213 answered, 213>215 dialing',
      'Newstate 213: ringing | ->213 answered, 213>215 dialing',
      'DialState 213: ringing | ->213 answered, 213>215 ringing',
      // The phone rings until the hangup that follows.
      'DialEnd 213: ringing | ->213 answered, 213>215 no-answer',
      'Hangup 213: up | ->213 answered, 213>215 no-answer',
      'Hangup 213: ended | ->213 answered, 213>215 no-answer',
      'Hangup 213: gone',
    ]);
  });

  it('changes so on Asterisk 22 as well', () => {
    const on22 = storyOf(callsIn('a22-dial-noanswer').changes);
    const first = Number(/\d+/.exec(on22[0] ?? '')?.[0]);
    expect(countedFrom(first, on22)).toEqual(countedFrom(213, storyOf(changes)));
  });

  it('tells in the end what has happened', () => {
    const { 213: last } = lastValuesOf(changes);
    expect(outcomeOf(last)).toEqual({
      result: 'no-answer',
      direction: 'outbound',
      startedAt: 4,
      answeredAt: undefined,
      endedAt: 62,
      talked: 0,
      cause: 0,
    });
    expect(timelineOf(last)).toEqual([
      '4 started 213',
      '8 dialing 213 Local/110@default-0000003b;1',
      '13 answered 213 answered',
      '40 dialing 215 Local/121@default-0000003c;1',
      '48 ringing 215 Local/121@default-0000003c;1',
      '50 dial-ended 215 no-answer',
      '62 ended',
    ]);
  });
});

describe('calls that the exchange begins', () => {
  const { changes } = callsIn('a16-originate-variants');
  const story = storyOf(changes);
  const storyOfCall = (id: string) => story.filter((line) => line.split(/[ :]/)[1] === id);

  it('are busy', () => {
    expect(storyOfCall('106')).toEqual([
      'Newchannel 106: dialing',
      'DialBegin 106: dialing | ->106 dialing',
      'DialEnd 106: dialing | ->106 busy',
      'Hangup 106: ended | ->106 busy',
      'Hangup 106: gone',
    ]);
  });

  it('ring until their time is up, which ends no dial', () => {
    expect(storyOfCall('110')).toEqual([
      'Newchannel 110: dialing',
      'DialBegin 110: dialing | ->110 dialing',
      'Newstate 110: ringing | ->110 dialing',
      'DialState 110: ringing | ->110 ringing',
      'Hangup 110: dialing | ->110 no-answer',
      'Hangup 110: ended | ->110 no-answer',
      'Hangup 110: gone',
    ]);
  });

  it('cannot be made', () => {
    expect(storyOfCall('114')).toEqual([
      'Newchannel 114: dialing',
      'Hangup 114: ended',
      'Hangup 114: gone',
    ]);
  });

  it('end as they do, each once, with moments of their own', () => {
    const ends = Object.entries(lastValuesOf(changes)).map(([id, call]) => {
      const { result, startedAt, answeredAt, endedAt, talked } = outcomeOf(call);
      return [id, result, startedAt, answeredAt, endedAt, talked];
    });
    expect(ends).toEqual([
      ['102', 'answered', 4, 12, 21, 0],
      ['106', 'busy', 23, undefined, 37, 0],
      ['108', 'busy', 39, undefined, 54, 0],
      ['110', 'no-answer', 56, undefined, 71, 0],
      ['112', 'no-answer', 73, undefined, 90, 0],
      ['114', 'failed', 92, undefined, 96, 0],
      ['116', 'failed', 99, undefined, 104, 0],
      ['127', 'answered', 150, 157, 167, 0],
      ['131', 'answered', 169, 177, 186, 0],
      ['135', 'answered', 188, 195, 204, 0],
      ['my-id-1', 'answered', 109, 117, 127, 0],
      ['dupid', 'answered', 129, 136, 148, 0],
    ]);
  });
});

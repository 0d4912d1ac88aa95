import {
  callsIn,
  countedFrom,
  lastValuesOf,
  outcomeOf,
  storyOf,
  timelineOf,
} from './call-story.js';

describe('a call through a queue', () => {
  const { changes } = callsIn('a22-queue-call');
  const { 34: last } = lastValuesOf(changes);
  const story = storyOf(changes);

  it('changes in this order', () => {
    const dials = '->34 answered, 34>36 answered (Alice)';
    expect(story).toEqual([
      'Newchannel 34: dialing',
      'DialBegin 34: dialing | ->34 dialing',
      'DialEnd 34: up | ->34 answered',
      'QueueCallerJoin 34: queued | ->34 answered | support waits',
      'DialBegin 34: queued | ->34 answered, 34>36 dialing (Alice) | support waits',
      `DialEnd 34: queued | ${dials} | support waits`,
      `QueueCallerLeave 34: up | ${dials} | support`,
      `AgentConnect 34: up | ${dials} | support with Alice`,
      `BridgeEnter 34: up 37+35 | ${dials} | support with Alice`,
      `Hangup 34: up | ${dials} | support with Alice`,
      `Hangup 34: ended | ${dials} | support with Alice`,
      'Hangup 34: gone',
    ]);
  });

  it.each([
    ['a16-queue-call', 'support', 'Alice'],
    ['a16-queue-call-memberstatus', 'empty', 'Erin'],
  ])('changes so in %s as well', (recording, queue, member) => {
    const on16 = storyOf(callsIn(recording).changes);
    const first = Number(/\d+/.exec(on16[0] ?? '')?.[0]);
    const expected = countedFrom(34, story).map((line) =>
      line.replaceAll('support', queue).replaceAll('Alice', member),
    );
    expect(countedFrom(first, on16)).toEqual(expected);
  });

  it('is not answered while it waits, though the exchange has answered', () => {
    expect(callsIn('a22-queue-call', 26).state[0]?.answeredAt).toBe(15_000);
    expect(callsIn('a22-queue-call', 27).state[0]).toMatchObject({
      state: 'queued',
      answeredAt: undefined,
      queue: { queue: 'support', joinedAt: 27_000, leftAt: undefined, agent: undefined },
    });
  });

  it('is with the member, who shows the number of the caller as its own', () => {
    const call = callsIn('a22-queue-call', 61).state[0];
    expect(call?.dials[1]?.party).toEqual(call?.caller);
    expect(call?.callee).toEqual({ number: undefined, name: 'Alice' });
  });

  it('tells in the end what has happened', () => {
    expect(outcomeOf(last)).toEqual({
      result: 'answered',
      direction: 'outbound',
      startedAt: 3,
      answeredAt: 61,
      endedAt: 88,
      talked: 70 - 61,
      cause: 16,
    });
    expect(last?.queue).toEqual({
      queue: 'support',
      channelId: '1795396819.34',
      joinedAt: 27_000,
      leftAt: 54_000,
      agent: {
        name: 'Alice',
        interface: 'Local/101@default/n',
        channelId: '1795396819.36',
        connectedAt: 58_000,
        completedAt: 69_000,
      },
      isAbandoned: false,
    });
    expect(timelineOf(last)).toEqual([
      '3 started 34',
      '12 dialing 34 Local/110@default-00000011;1',
      '17 answered 34 answered',
      '27 queued 34 support',
      '44 dialing 36 Local/101@default-00000012;1',
      '51 answered 36 answered',
      '54 left-queue 34 support',
      '58 agent-connected 36 Alice',
      '61 talking',
      '69 agent-completed 36 agent',
      '88 ended',
    ]);
  });

  it('is completed where that is told after the hangup of the member', () => {
    const { 61: on16 } = lastValuesOf(callsIn('a16-queue-call').changes);
    expect(on16?.queue?.agent?.completedAt).toBe(67_000);
    expect(outcomeOf(on16)).toMatchObject({ result: 'answered', answeredAt: 53, talked: 61 - 53 });
  });
});

describe('a call in a queue whose member does not answer', () => {
  const { changes } = callsIn('a22-queue-ringnoanswer');
  const { 4: first, 6: last } = lastValuesOf(changes);

  it('changes in this order', () => {
    const missed = '->6 answered, 6>8 no-answer (Rna)';
    expect(storyOf(changes)).toEqual([
      // The first try finds a queue without members, and goes on.
      'Newchannel 4: dialing',
      'DialBegin 4: dialing | ->4 dialing',
      'DialEnd 4: up | ->4 answered',
      'Hangup 4: ended | ->4 answered',
      'Hangup 4: gone',
      'Newchannel 6: dialing',
      'DialBegin 6: dialing | ->6 dialing',
      'DialEnd 6: up | ->6 answered',
      'QueueCallerJoin 6: queued | ->6 answered | empty waits',
      'DialBegin 6: queued | ->6 answered, 6>8 dialing (Rna) | empty waits',
      'DialState 6: queued | ->6 answered, 6>8 ringing (Rna) | empty waits',
      `DialEnd 6: queued | ${missed} | empty waits`,
      `QueueCallerAbandon 6: queued | ${missed} | empty waits abandoned`,
      `QueueCallerLeave 6: up | ${missed} | empty abandoned`,
      `Hangup 6: ended | ${missed} | empty abandoned`,
      'Hangup 6: gone',
    ]);
  });

  it('tells in the end what has happened', () => {
    expect(outcomeOf(first)).toMatchObject({ result: 'answered', answeredAt: 12, endedAt: 30 });
    expect(outcomeOf(last)).toEqual({
      result: 'abandoned',
      direction: 'outbound',
      startedAt: 32,
      answeredAt: undefined,
      endedAt: 97,
      talked: 0,
      cause: 0,
    });
    expect(last?.callee?.name).toBe('Rna');
    expect(last?.queue).toMatchObject({ joinedAt: 49_000, leftAt: 86_000, agent: undefined });
    expect(timelineOf(last)).toEqual([
      '32 started 6',
      '36 dialing 6 Local/110@default-00000003;1',
      '41 answered 6 answered',
      '49 queued 6 empty',
      '60 dialing 8 Local/121@default-00000004;1',
      '70 ringing 8 Local/121@default-00000004;1',
      '72 agent-missed 8 Rna',
      // It is told a second time that the dial has ended.
      '73 dial-ended 8 no-answer',
      '78 abandoned 6 empty',
      '86 left-queue 6 empty',
      '97 ended',
    ]);
  });
});

describe('a call that waits in a queue until its time is up', () => {
  const recordings = ['a16-queue-abandon-timeout', 'a22-queue-abandon-timeout'];

  it.each(recordings)('is abandoned: %s', (recording) => {
    const { changes } = callsIn(recording);
    const first = Number(/\d+/.exec(storyOf(changes)[0] ?? '')?.[0]);
    expect(countedFrom(first, storyOf(changes))).toEqual([
      'Newchannel 0: dialing',
      'DialBegin 0: dialing | ->0 dialing',
      'DialEnd 0: up | ->0 answered',
      'QueueCallerJoin 0: queued | ->0 answered | empty waits',
      'QueueCallerAbandon 0: queued | ->0 answered | empty waits abandoned',
      'QueueCallerLeave 0: up | ->0 answered | empty abandoned',
      'Hangup 0: ended | ->0 answered | empty abandoned',
      'Hangup 0: gone',
    ]);
    expect(lastValuesOf(changes)[first]).toMatchObject({
      result: 'abandoned',
      caller: { number: '556', name: 'Caller E' },
      callee: undefined,
      answeredAt: undefined,
      talkMs: 0,
    });
  });
});

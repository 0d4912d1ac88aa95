import { CallBoard } from '../../../lib/cli/monitor/call-board.js';
import { isEnded } from '../../../lib/cli/monitor/call.js';
import type { EndedCall } from '../../../lib/cli/monitor/call.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { transcripts } from '../../support/transcripts.js';
import { channelEvent, channelFields, event, recordedEvents } from '../support/events.js';
import { tell, tellStories } from '../support/story.js';

/** Feeds events a second apart and returns the calls that ended. */
function endsOf(board: CallBoard, events: readonly AmiEvent[], from = 0): EndedCall[] {
  return events.flatMap((one, index) =>
    board.take(one, from + index * 1000).filter((call) => isEnded(call)),
  );
}

describe('CallBoard on recordings', () => {
  it('follows a call through a queue to an agent behind a Local channel', () => {
    expect(tellStories(recordedEvents('a22-queue-call'))).toEqual([
      [
        'Local/110@default: dialling',
        'Caller Q <555>: dialling',
        'Caller Q <555>: up 110',
        'Caller Q <555>: up 200',
        'Caller Q <555>: queued support',
        'Caller Q <555> → Local/101@default: queued support',
        'Caller Q <555> → Alice: queued support',
        'Caller Q <555> → Alice: up 200',
        'Caller Q <555> → Alice: talking',
        'Caller Q <555> → Alice: up 200',
        'Caller Q <555>: up 200',
        'Caller Q <555> → Alice: answered',
      ],
    ]);
  });

  it('follows a caller who leaves a queue because nobody answers', () => {
    const [, story] = tellStories(recordedEvents('a22-queue-ringnoanswer'));
    expect(story?.slice(-4)).toEqual([
      'Local/110@default → Rna <110>: ringing empty',
      'Local/110@default: queued empty',
      'Local/110@default: up 110',
      'Local/110@default → Rna <110>: missed NOANSWER',
    ]);
  });

  it('follows a blind transfer: the caller stays, the other goes', () => {
    const [story] = tellStories(recordedEvents('a22-blind-transfer'));
    expect(story?.slice(-5)).toEqual([
      'Local/110@default → 412: talking',
      'Local/110@default → 412: up 412',
      'Local/110@default → 412: up 415',
      'Local/110@default: up 415',
      'Local/110@default → 412: answered',
    ]);
  });

  it('follows an attended transfer: the caller ends with the third party', () => {
    const [story] = tellStories(recordedEvents('a16-attended-transfer'));
    expect(story?.filter((line) => /talking|held|answered/.test(line))).toEqual([
      'Local/110@default → 412: talking',
      'Local/110@default → 412: held',
      'Local/110@default → 412, Local/415@default: held',
      'Local/110@default → 412, Local/415@default: talking',
      'Local/110@default → 412, Local/415@default: talking',
      'Local/110@default → Local/415@default: talking',
      'Local/110@default → Local/415@default: answered',
    ]);
  });

  it('merges the call of who picks up into the call that is picked up', () => {
    const [called, pickedUp] = tellStories(recordedEvents('a16-pickup'));
    expect(pickedUp?.at(-1)).toBe('Local/110@default → Local/110@default: merged');
    expect(called?.slice(-5)).toEqual([
      'Local/110@default → 413, Local/110@default: talking',
      'Local/110@default → Local/110@default: talking',
      'Local/110@default → Local/110@default: up 413',
      'Local/110@default: up 413',
      'Local/110@default → Local/110@default: answered',
    ]);
  });

  it('shows a parked call, and its return', () => {
    const [story] = tellStories(recordedEvents('a16-park'));
    expect(story).toContain('Local/110@default → 412: parked');
    expect(story).toContain('412 → Local_110@default: talking');
  });

  it('shows who is in a conference', () => {
    const stories = tellStories(recordedEvents('a22-confbridge'));
    expect(stories.map((story) => story.slice(-3))).toEqual([
      ['Conf 2 <802>: conference room1', 'Conf 2 <802>: up 300', 'Conf 2 <802>: answered'],
      ['Conf 1 <801>: conference room1', 'Conf 1 <801>: up 300', 'Conf 1 <801>: answered'],
    ]);
  });

  it('hides Local channels that lead on to somebody, also while they are optimized away', () => {
    const [story] = tellStories(recordedEvents('a22-local-optimization'));
    expect(story?.slice(-6)).toEqual([
      'Local/110@default → 411: talking',
      'Local/110@default → 411: up 410',
      'Local/110@default → 411: talking',
      'Local/110@default → 411: up 410',
      'Local/110@default: up 410',
      'Local/110@default → 411: answered',
    ]);
  });

  it('knows why nobody answered', () => {
    const [story] = tellStories(recordedEvents('a22-dial-noanswer'));
    expect(story?.slice(-3)).toEqual([
      'Local/110@default → 402: ringing',
      'Local/110@default: up 402',
      'Local/110@default → 402: missed NOANSWER',
    ]);
  });

  it.each(transcripts)('leaves nothing of %s that has not been hung up', (transcript) => {
    const board = new CallBoard();
    const up = new Set<string>();
    for (const one of recordedEvents(transcript)) {
      board.take(one, 0);
      const id = one.get('Uniqueid');
      if (one.name === 'Newchannel' && id !== undefined) up.add(id);
      if (one.name === 'Hangup' && id !== undefined) up.delete(id);
    }
    expect(board.calls.length).toBeLessThanOrEqual(up.size);
    // eslint-disable-next-line jest/no-conditional-expect -- what is cut off leaves some
    if (up.size === 0) expect(board.calls).toEqual([]);
  });
});

describe('CallBoard', () => {
  const ring = [
    channelEvent('Newchannel', '1', { ChannelStateDesc: 'Ring' }),
    channelEvent('Newchannel', '2', { ChannelStateDesc: 'Down' }),
    event('DialBegin', { ...channelFields('1'), ...channelFields('2', 'Dest') }),
  ];
  const answer = [
    event('DialEnd', {
      ...channelFields('1'),
      ...channelFields('2', 'Dest'),
      DialStatus: 'ANSWER',
    }),
    channelEvent('BridgeEnter', '1', { BridgeUniqueid: 'b' }),
    channelEvent('BridgeEnter', '2', { BridgeUniqueid: 'b' }),
  ];
  const hangUp = (id: string, cause = '16'): AmiEvent =>
    channelEvent('Hangup', id, { Cause: cause, 'Cause-txt': `cause ${cause}` });

  it('measures a call and what was talked', () => {
    const events = [...ring, ...answer, channelEvent('VarSet', '1'), hangUp('2'), hangUp('1')];
    expect(endsOf(new CallBoard(), events)).toEqual([
      {
        id: '1',
        who: { number: '1', channel: 'PJSIP/1-00000001' },
        with: [{ number: '2', channel: 'PJSIP/2-00000001' }],
        startedAt: 0,
        endedAt: 8000,
        talkMs: 2000,
        answered: true,
        cause: { code: 16, text: 'cause 16' },
        dialStatus: 'ANSWER',
      },
    ]);
  });

  it('takes no event after the hang-up for a new call', () => {
    const board = new CallBoard();
    endsOf(board, [...ring, hangUp('2'), hangUp('1'), channelEvent('NewCallerid', '1')]);
    expect(board.calls).toEqual([]);
  });

  it('ignores the leave of a bridge that a channel is not in', () => {
    const board = new CallBoard();
    const enter = channelEvent('BridgeEnter', '1', { BridgeUniqueid: 'c' });
    const enterToo = channelEvent('BridgeEnter', '2', { BridgeUniqueid: 'c' });
    const leave = channelEvent('BridgeLeave', '1', { BridgeUniqueid: 'b' });
    endsOf(board, [...ring, ...answer, enter, enterToo, leave]);
    expect(board.calls.map(({ state }) => state)).toEqual(['talking']);
  });

  it('tells a busy line, and an agent who was not the one to answer, by their causes', () => {
    const busy = endsOf(new CallBoard(), [...ring, hangUp('2', '17'), hangUp('1', '0')]);
    expect(busy[0]?.cause).toEqual({ code: 17, text: 'cause 17' });
    const others = [
      ...ring,
      channelEvent('Newchannel', '3'),
      ...answer,
      hangUp('2'),
      hangUp('3', '26'),
      hangUp('1', '0'),
    ];
    expect(endsOf(new CallBoard(), others)[0]?.cause).toEqual({ code: 16, text: 'cause 16' });
  });

  it('counts who only listens to the exchange as answered', () => {
    const events = [channelEvent('Newchannel', '1'), hangUp('1')];
    expect(endsOf(new CallBoard(), events)[0]).toMatchObject({ answered: true, talkMs: 0 });
  });

  it('follows a renamed channel', () => {
    const board = new CallBoard();
    const renamed = event('Rename', { Channel: 'x', Newname: 'PJSIP/new-1', Uniqueid: '1' });
    endsOf(board, [channelEvent('Newchannel', '1', { CallerIDNum: '' }), renamed]);
    expect(board.calls.map(tell)).toEqual(['PJSIP/new-1: up 100']);
  });

  it('shows nobody for the channels that the exchange makes for itself', () => {
    const board = new CallBoard();
    endsOf(board, [channelEvent('Newchannel', '1', { Channel: 'CBAnn/room1-0000000a;1' })]);
    expect(board.calls).toEqual([]);
  });

  describe('seeded with a list of channels', () => {
    const entry = (id: string, fields: Readonly<Record<string, string>> = {}): AmiEvent =>
      channelEvent('CoreShowChannel', id, { Duration: '00:01:05', BridgeId: '', ...fields });

    it('shows the calls that were up, since when they are', () => {
      const board = new CallBoard();
      board.seed([entry('1', { BridgeId: 'b' }), entry('2', { BridgeId: 'b' })], 0, 100_000);
      expect(board.calls).toEqual([
        expect.objectContaining({ state: 'talking', startedAt: 35_000, since: 35_000 }),
      ]);
    });

    it('knows queues, conferences, parked calls and Local pipes by their applications', () => {
      const board = new CallBoard();
      const queued = { Application: 'Queue', ApplicationData: 'support,t', Linkedid: '1' };
      const room = { Application: 'ConfBridge', ApplicationData: 'room1', BridgeId: 'c' };
      const parked = { Application: 'Park', BridgeId: 'p' };
      const pipe = { Linkedid: '6', ChannelStateDesc: 'Ringing' };
      board.seed(
        [
          entry('1', queued),
          entry('2', { ...room, Linkedid: '2' }),
          entry('3', { ...parked, Linkedid: '3' }),
          entry('6', { ...pipe, ChannelStateDesc: 'Up', Application: 'Dial' }),
          entry('7', { ...pipe, Channel: 'Local/9@x-00000001;1', Application: 'AppDial' }),
          entry('8', { ...pipe, Channel: 'Local/9@x-00000001;2', Application: 'Dial' }),
          entry('9', { ...pipe, Application: 'AppDial' }),
        ],
        0,
        0,
      );
      expect(board.calls.map(tell)).toEqual([
        '1: queued support',
        '2: conference room1',
        '3: parked',
        '6 → 9: ringing',
      ]);
    });

    it('tells who called whom, in whatever order the list is', () => {
      const board = new CallBoard();
      const call = { Linkedid: '1795396715.9', BridgeId: 'b', CallerIDName: 'Anna' };
      board.seed(
        [
          entry('1795396715.11', { ...call, CallerIDNum: '412' }),
          entry('1795396715.9', { ...call, CallerIDNum: '201' }),
          entry('1795396715.10', { ...call, CallerIDNum: '413' }),
        ],
        0,
        0,
      );
      expect(board.calls.map(tell)).toEqual(['Anna <201> → 413, 412: talking']);
    });

    it('knows that a call was missed that it found ringing', () => {
      const board = new CallBoard();
      const call = { Linkedid: '1' };
      board.seed([entry('1', call), entry('2', { ...call, ChannelStateDesc: 'Ringing' })], 0, 0);
      expect(endsOf(board, [hangUp('2'), hangUp('1')]).map(tell)).toEqual(['1 → 2: missed']);
    });

    it('ends the calls that are gone, and keeps those that came after the question', () => {
      const board = new CallBoard();
      endsOf(board, [
        channelEvent('Newchannel', '1'),
        channelEvent('Newchannel', '2', { Linkedid: '2' }),
      ]);
      const mark = board.mark;
      endsOf(board, [channelEvent('Newchannel', '3', { Linkedid: '3' })]);
      const steps = board.seed([entry('2', { Linkedid: '2' })], mark, 9000);
      expect(steps.map(tell)).toEqual(['1: answered']);
      expect(board.calls.map(({ id }) => id)).toEqual(['2', '3']);
    });

    it('does not bring back what has been hung up meanwhile', () => {
      const board = new CallBoard();
      endsOf(board, [channelEvent('Newchannel', '1'), hangUp('1')]);
      board.seed([entry('1')], 0, 0);
      expect(board.calls).toEqual([]);
    });
  });
});

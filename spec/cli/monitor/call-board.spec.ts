import { CallBoard } from '../../../lib/cli/monitor/call-board.js';
import type { EndedCall } from '../../../lib/cli/monitor/call.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { transcripts } from '../../support/transcripts.js';
import { channelEvent, channelFields, event, recordedEvents } from '../support/events.js';
import { LiveFold } from '../support/live-fold.js';
import { stepsOf, tell, tellCall, tellStories } from '../support/story.js';

/** A board, and what it is fed with. */
class Fed {
  readonly board = new CallBoard();
  readonly #fold = new LiveFold();

  /** Feeds events a second apart and returns the calls that ended. */
  endsOf(events: readonly AmiEvent[]): EndedCall[] {
    return events.flatMap((one, index) => {
      const steps = stepsOf(this.board, this.#fold.take(one, index * 1000), index * 1000);
      return steps.flatMap((step) => (step.type === 'ended' ? [step.call] : []));
    });
  }

  /** Feeds the list of channels and tells what it changes. */
  list(entries: readonly AmiEvent[], at: number, bridges: readonly string[] = []): string[] {
    const lists = { CoreShowChannels: entries, BridgeList: bridges.map(listedBridge) };
    return stepsOf(this.board, this.#fold.list(lists, at), at).map(tell);
  }

  get told(): string[] {
    return this.board.calls.map(tellCall);
  }
}

function listedBridge(id: string): AmiEvent {
  const fields = { BridgeUniqueid: id, BridgeTechnology: 'simple_bridge', BridgeType: 'basic' };
  return event('BridgeListItem', fields);
}

describe('CallBoard on recordings', () => {
  it('follows a call through a queue to the member behind a Local channel', () => {
    const [story] = tellStories(recordedEvents('a22-queue-call'));
    expect(story?.slice(1, 4)).toEqual([
      'Caller Q <555>: dialling',
      'Caller Q <555>: up 110',
      'Caller Q <555>: queued support',
    ]);
    expect(story?.slice(-5)).toEqual([
      'Caller Q <555> → Alice: talking support Alice',
      'Caller Q <555> → Alice: talking',
      'Caller Q <555> → Alice: up',
      'Caller Q <555>: up 200',
      'Caller Q <555> → Alice: answered',
    ]);
  });

  it('follows a caller who leaves a queue because nobody answers', () => {
    const [, story] = tellStories(recordedEvents('a22-queue-ringnoanswer'));
    expect(story?.slice(-4)).toEqual([
      expect.stringMatching(/ → .*: ringing empty$/),
      'Local/110@default: queued empty',
      'Local/110@default: up 110',
      expect.stringMatching(/ → .*: abandoned$/),
    ]);
  });

  it('follows a blind transfer: the caller stays, the other goes', () => {
    const [story] = tellStories(recordedEvents('a22-blind-transfer'));
    expect(story?.slice(-6)).toEqual([
      'Local/110@default → 412: talking',
      'Local/110@default → 412: blind transfer by 412 to 415@default',
      'Local/110@default → 412: talking',
      'Local/110@default → 412: up',
      'Local/110@default: up 415',
      'Local/110@default → 412: answered',
    ]);
  });

  it('follows an attended transfer: the caller ends with the third party', () => {
    const [story] = tellStories(recordedEvents('a16-attended-transfer'));
    expect(story?.filter((line) => /talking|held|transfer|answered/.test(line))).toEqual([
      'Local/110@default → 412: talking',
      'Local/110@default → 412: held',
      'Local/110@default → 412, Local/415@default: held',
      'Local/110@default → 412, Local/415@default: talking',
      'Local/110@default → 412, Local/415@default: talking',
      'Local/110@default → 412, Local/415@default: attended transfer by 412 to Local/415@default',
      'Local/110@default → 412, Local/415@default: talking',
      'Local/110@default → Local/415@default: talking',
      'Local/110@default → Local/415@default: answered',
    ]);
  });

  it('merges the call of who picks up into the call that is picked up', () => {
    const [called, pickedUp] = tellStories(recordedEvents('a16-pickup'));
    expect(pickedUp?.at(-1)).toMatch(/^Local\/110@default → .*: merged into \d+\.199$/);
    // Whose phone rings on for a moment is not there any more.
    expect(called?.slice(-5)).toEqual([
      'Local/110@default → 413: ringing',
      'Local/110@default → Local/110@default: talking',
      'Local/110@default → Local/110@default: up',
      'Local/110@default: up 413',
      'Local/110@default → Local/110@default: answered',
    ]);
  });

  it('shows a parked call, and its return', () => {
    const [story] = tellStories(recordedEvents('a16-park'));
    expect(story).toContain('Local/110@default → 412: parked 701');
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
    expect(story?.slice(-8)).toEqual([
      'Local/110@default → 411: dialling',
      'Local/110@default → 411: up',
      'Local/110@default → 411: talking',
      'Local/110@default → 411: up',
      'Local/110@default → 411: talking',
      'Local/110@default → 411: up',
      'Local/110@default: up 410',
      'Local/110@default → 411: answered',
    ]);
  });

  it('knows why nobody answered', () => {
    const [story] = tellStories(recordedEvents('a22-dial-noanswer'));
    expect(story?.slice(-3)).toEqual([
      'Local/110@default → 402: ringing',
      'Local/110@default: up 402',
      'Local/110@default → 402: no-answer',
    ]);
  });

  it.each(transcripts)('leaves nothing of %s that has not been hung up', (transcript) => {
    const fed = new Fed();
    const events = recordedEvents(transcript);
    fed.endsOf(events);
    const up = new Set<string>();
    for (const one of events) {
      const id = one.get('Uniqueid');
      if (one.name === 'Newchannel' && id !== undefined) up.add(id);
      if (one.name === 'Hangup' && id !== undefined) up.delete(id);
    }
    expect(fed.board.calls.length).toBeLessThanOrEqual(up.size);
    // eslint-disable-next-line jest/no-conditional-expect -- what is cut off leaves some
    if (up.size === 0) expect(fed.board.calls).toEqual([]);
  });
});

describe('CallBoard', () => {
  const ring = [
    channelEvent('Newchannel', '1', { ChannelStateDesc: 'Ring' }),
    channelEvent('Newchannel', '2', { ChannelStateDesc: 'Down' }),
    event('DialBegin', { ...channelFields('1'), ...channelFields('2', 'Dest') }),
  ];
  const bridge = { BridgeUniqueid: 'b', BridgeType: 'basic', BridgeTechnology: 'simple_bridge' };
  const answer = [
    event('DialEnd', {
      ...channelFields('1'),
      ...channelFields('2', 'Dest'),
      DialStatus: 'ANSWER',
    }),
    channelEvent('BridgeEnter', '1', bridge),
    channelEvent('BridgeEnter', '2', bridge),
  ];
  const hangUp = (id: string, cause = '16'): AmiEvent =>
    channelEvent('Hangup', id, { Cause: cause, 'Cause-txt': `cause ${cause}` });

  it('measures a call and what was talked', () => {
    const events = [...ring, ...answer, channelEvent('VarSet', '1'), hangUp('2'), hangUp('1')];
    expect(new Fed().endsOf(events)).toEqual([
      {
        id: '1',
        who: { number: '1', channel: 'PJSIP/1-00000001' },
        with: [{ number: '2', channel: 'PJSIP/2-00000001' }],
        startedAt: 0,
        endedAt: 8000,
        talkMs: 2000,
        result: 'answered',
        cause: { code: 16, text: 'cause 16' },
      },
    ]);
  });

  it('has the state begin when the call did, and then when it changed', () => {
    const fed = new Fed();
    fed.endsOf(ring);
    expect(fed.board.calls[0]).toMatchObject({ state: 'dialling', startedAt: 0, since: 0 });
    fed.endsOf([...ring, ...answer]);
    expect(fed.board.calls[0]).toMatchObject({ state: 'talking', startedAt: 0, since: 5000 });
  });

  it('tells whom no way led to', () => {
    const end = event('DialEnd', {
      ...channelFields('1'),
      ...channelFields('2', 'Dest'),
      DialStatus: 'CHANUNAVAIL',
    });
    const [ended] = new Fed().endsOf([...ring, end, hangUp('2', '20'), hangUp('1', '20')]);
    expect(ended).toMatchObject({ result: 'failed', failure: 'unavailable' });
  });

  it('takes no event after the hang-up for a new call', () => {
    const fed = new Fed();
    fed.endsOf([...ring, hangUp('2'), hangUp('1'), channelEvent('NewCallerid', '1')]);
    expect(fed.told).toEqual([]);
  });

  it('counts who only listens to the exchange as answered', () => {
    const events = [channelEvent('Newchannel', '1'), hangUp('1')];
    expect(new Fed().endsOf(events)[0]).toMatchObject({ result: 'answered', talkMs: 0 });
  });

  it('follows a renamed channel', () => {
    const fed = new Fed();
    const renamed = event('Rename', { Channel: 'x', Newname: 'PJSIP/new-1', Uniqueid: '1' });
    fed.endsOf([channelEvent('Newchannel', '1', { CallerIDNum: '' }), renamed]);
    expect(fed.told).toEqual(['PJSIP/new-1: up 100']);
  });

  it('shows nobody for the channels that the exchange makes for itself', () => {
    const fed = new Fed();
    fed.endsOf([channelEvent('Newchannel', '1', { Channel: 'CBAnn/room1-0000000a;1' })]);
    expect(fed.told).toEqual([]);
  });

  it('marks who talks in it and counts as of another call', () => {
    const fed = new Fed();
    const cara = { Linkedid: '3', CallerIDName: 'Cara' };
    const stranger = channelEvent('Newchannel', '3', cara);
    const meets = channelEvent('BridgeEnter', '3', { ...cara, ...bridge });
    fed.endsOf([...ring, ...answer, stranger, meets]);
    expect(fed.told[0]).toBe('1 → 2, Cara <3>: talking');
    expect(fed.board.calls[0]?.with.map(({ call }) => call)).toEqual([undefined, '3']);
  });

  describe('seeded with a list of channels', () => {
    const entry = (id: string, fields: Readonly<Record<string, string>> = {}): AmiEvent =>
      channelEvent('CoreShowChannel', id, { Duration: '00:01:05', BridgeId: '', ...fields });

    it('shows the calls that were up, since when they are', () => {
      const fed = new Fed();
      fed.list([entry('1', { BridgeId: 'b' }), entry('2', { BridgeId: 'b' })], 100_000, ['b']);
      expect(fed.board.calls).toEqual([
        expect.objectContaining({ state: 'talking', startedAt: 35_000, since: 35_000 }),
      ]);
    });

    it('knows queues, conferences, parked calls and Local pipes by their applications', () => {
      const queued = { Application: 'Queue', ApplicationData: 'support,t', Linkedid: '1' };
      const room = { Application: 'ConfBridge', ApplicationData: 'room1', BridgeId: 'c' };
      const parked = { Application: 'Park', BridgeId: 'p' };
      const pipe = { Linkedid: '6', ChannelStateDesc: 'Ringing' };
      const fed = new Fed();
      fed.list(
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
      );
      expect(fed.told).toEqual([
        '1: queued support',
        '2: conference room1',
        '3: parked',
        '6 → 9: ringing',
      ]);
    });

    it('tells who called whom, in whatever order the list is', () => {
      const fed = new Fed();
      const call = { Linkedid: '1795396715.9', BridgeId: 'b', CallerIDName: 'Anna' };
      fed.list(
        [
          entry('1795396715.11', { ...call, CallerIDNum: '412' }),
          entry('1795396715.9', { ...call, CallerIDNum: '201' }),
          entry('1795396715.10', { ...call, CallerIDNum: '413' }),
        ],
        0,
        ['b'],
      );
      expect(fed.told).toEqual(['Anna <201> → 413, 412: talking']);
    });

    it('knows that a call was missed that it found ringing', () => {
      const fed = new Fed();
      const call = { Linkedid: '1' };
      fed.list([entry('1', call), entry('2', { ...call, ChannelStateDesc: 'Ringing' })], 0);
      expect(fed.told).toEqual(['1 → 2: ringing']);
    });

    it('ends the calls that are gone', () => {
      const fed = new Fed();
      fed.endsOf([
        channelEvent('Newchannel', '1'),
        channelEvent('Newchannel', '2', { Linkedid: '2' }),
      ]);
      expect(fed.list([entry('2', { Linkedid: '2' })], 9000)).toEqual(['1: answered']);
      expect(fed.told).toEqual(['2: up 100']);
    });
  });
});

import { findListAction } from '../../lib/catalogue/index.js';
import { replayReplies, wordOf } from '../support/replay-replies.js';
import type { Replayed } from '../support/replay-replies.js';
import { transcripts } from '../support/transcripts.js';

/** The answers to the actions of a name, each as its messages in words and what the last meant. */
const answers = (recording: string, name: string): string[] =>
  replayReplies(recording)
    .filter(({ action }) => action.name === name)
    .map(({ messages, verdict }) => [...messages.map(wordOf), verdict].join(' '));

describe('Reply, to the actions of every recording', () => {
  const all = transcripts.flatMap((recording) =>
    replayReplies(recording).map((replayed) => ({ recording, ...replayed })),
  );
  const isList = ({ messages: [first] }: Replayed): boolean => first?.has('EventList') === true;

  it('ends, but for what the server leaves without an end', () => {
    const open = all.filter(({ verdict }) => verdict === 'more');
    expect(open.map(({ recording, action }) => `${recording}: ${action.name}`)).toEqual([
      'a16-config-and-command: IAXnetstats',
      // The ActionID of 140 bytes has lost its end in the server's buffer.
      'a16-framing-edges: CoreStatus',
      'a16-lists-busy: IAXnetstats',
      'a16-lists-idle: IAXnetstats',
      // "core restart now", "core stop now".
      'a16-restart-issuer: Command',
      'a16-stop-issuer: Command',
      // Sent when the server was gone.
      'a16-stop-observer: Ping',
      'a22-config-and-command: IAXnetstats',
      'a22-lists-busy: IAXnetstats',
      'a22-lists-idle: IAXnetstats',
      'a22-restart-issuer: Command',
      'a22-stop-issuer: Command',
      'a22-stop-observer: Ping',
    ]);
  });

  it('ends at the last message: what comes later under its ActionID is for everybody', () => {
    const late = all.flatMap((one) =>
      one.late.map((message) => [one.action.name, wordOf(message)]),
    );
    expect(late).toHaveLength(8);
    for (const one of late) expect(one).toEqual(['UserEvent', 'UserEvent']);
  });

  it('ends a list at its complete event, be its name known or not', () => {
    const lists = all.filter((one) => isList(one) && one.verdict === 'done');
    expect(lists.length).toBeGreaterThan(140);
    for (const { action, messages } of lists) {
      expect(messages.map((message) => message.get('EventList')?.toLowerCase())).toEqual([
        'start',
        ...Array.from({ length: messages.length - 2 }, () => undefined),
        'complete',
      ]);
      expect(wordOf(messages.at(-1))).toBe(findListAction(action.name)?.complete);
    }
  });

  it('is refused where the last message is an error or a failure', () => {
    for (const { verdict, messages } of all.filter((one) => one.verdict !== 'more')) {
      const says = messages.at(-1)?.get('Response');
      const isRefusal = says === 'Failure' || says === 'Error';
      expect(['done', 'refused']).toContain(verdict);
      expect(isRefusal || verdict === 'done').toBe(true);
    }
    expect(all.filter(({ verdict }) => verdict === 'refused').length).toBeGreaterThan(100);
  });

  it('is done where an error means that there are no entries', () => {
    const empty = all.filter(
      ({ verdict, messages: [first] }) => verdict === 'done' && wordOf(first) === 'Error',
    );
    const found = empty.map(
      ({ action, messages }) => `${action.name}: ${messages[0]?.get('Message') ?? ''}`,
    );
    expect([...new Set(found)].sort()).toEqual([
      'ConfbridgeList: No active conferences.',
      'ConfbridgeListRooms: No active conferences.',
      'DBGet: Database entry not found',
      'PJSIPShowContacts: No Contacts found',
      'PJSIPShowResourceLists: No resource lists found',
    ]);
  });
});

describe.each(['a16', 'a22'])('Reply, to the actions of %s', (version) => {
  const idle = `${version}-lists-idle`;

  it('ShowDialPlan: a second response ends the list', () => {
    expect(
      answers(idle, 'ShowDialPlan').map((answer) => answer.replace(/( ListDialplan)+/, '$1')),
    ).toEqual([
      'Success ListDialplan ShowDialPlanComplete done',
      'Error refused',
      'Success ListDialplan Error refused',
      'Success ListDialplan ShowDialPlanComplete done',
    ]);
  });

  it('FAXSessions, FAXStats: a list that starts with "Start", and a single event', () => {
    expect(answers(idle, 'FAXSessions')).toEqual(['Success FAXSessionsComplete done']);
    expect(answers(idle, 'FAXStats')).toEqual(['Success FAXStats done']);
  });

  it('IAXpeers: its entries have no ActionID', () => {
    expect(answers(idle, 'IAXpeers')).toEqual(['Success PeerEntry PeerlistComplete done']);
  });

  it('QueueRule, Hangup, WaitEvent', () => {
    expect(answers(idle, 'QueueRule')).toEqual(['Success done', 'Success done']);
    expect(answers(idle, 'Hangup')).toEqual([
      'Success ChannelsHungupListComplete done',
      'Error refused',
    ]);
    expect(answers(`${version}-waitevent-tcp`, 'WaitEvent')).toEqual([
      'Success WaitEventComplete done',
      'Success WaitEventComplete done',
    ]);
  });

  it('AGI: the result comes under the CommandID', () => {
    expect(answers(`${version}-asyncagi`, 'AGI')).toEqual(
      Array.from({ length: 6 }, () => 'Success AsyncAGIExec done'),
    );
  });
});

describe('Reply, to the actions of', () => {
  it('a16-originate-variants: an asynchronous one has a result, a synchronous one has not', () => {
    const tally = new Map<string, number>();
    for (const answer of answers('a16-originate-variants', 'Originate')) {
      tally.set(answer, (tally.get(answer) ?? 0) + 1);
    }
    expect([...tally].sort()).toEqual([
      ['Error refused', 10],
      ['Success OriginateResponse done', 4],
      ['Success OriginateResponse refused', 6],
      ['Success done', 1],
    ]);
  });

  it('a22-lists-idle: a success may announce no list', () => {
    expect(answers('a22-lists-idle', 'VoicemailUserStatus').at(-1)).toBe('Success done');
    expect(answers('a22-lists-idle', 'VoicemailBoxSummary').at(-1)).toBe('Success done');
  });
});

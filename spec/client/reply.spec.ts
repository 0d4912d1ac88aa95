import { createAction } from '../../lib/index.js';
import type { ActionFields } from '../../lib/index.js';
import { isTrue, Reply } from '../../lib/client/reply.js';
import type { Verdict } from '../../lib/client/reply.js';
import { parseEvent, parseResponse } from '../support/parse.js';

/** What a `Reply` makes of some messages. */
function verdicts(name: string, fields: ActionFields, ...texts: string[]): Verdict[] {
  const reply = new Reply(createAction(name, fields));
  return texts.map((text) =>
    text.startsWith('Event')
      ? reply.takeEvent(parseEvent(`${text}\n\n`))
      : reply.takeResponse(parseResponse(`${text}\n\n`)),
  );
}

// Of these there is no recording: they follow Asterisk's source.
describe('Reply', () => {
  const success = 'Response: Success';

  it('is cancelled when the server gives a list up', () => {
    const cancelled = 'Event: StatusComplete\nEventList: Cancelled';
    const start = `${success}\nEventList: start`;
    expect(verdicts('Status', {}, start, 'Event: Status', cancelled)).toEqual([
      ...['more', 'more', 'cancelled'],
    ]);
  });

  it('awaits its response until it has come', () => {
    const reply = new Reply(createAction('Ping'));
    expect([reply.awaitsResponse, reply.takeResponse(parseResponse(`${success}\n\n`))]).toEqual([
      ...[true, 'done'],
    ]);
    expect(reply.awaitsResponse).toBe(false);
  });

  it('follows a list of an action it does not know', () => {
    const entries = ['Event: X', 'Event: XComplete\nEventList: Complete'];
    expect(verdicts('MyList', {}, `${success}\nEventList: start`, ...entries)).toEqual([
      ...['more', 'more', 'done'],
    ]);
    expect(verdicts('MyAction', {}, success)).toEqual(['done']);
  });

  it('goes on with its list whatever other response comes, unless it is an error', () => {
    const start = `${success}\nEventList: start`;
    expect(verdicts('Status', {}, start, success, 'Event: StatusComplete')).toEqual([
      ...['more', 'more', 'done'],
    ]);
    expect(verdicts('Status', {}, start, 'Response: Error')).toEqual(['more', 'refused']);
  });

  it('follows a list of a server before 13.2, which announces it in words', () => {
    const words = `${success}\nMessage: Channel status will follow`;
    expect(verdicts('Status', {}, words, 'Event: Status', 'Event: StatusComplete')).toEqual([
      ...['more', 'more', 'done'],
    ]);
    // Of another action, the same words say nothing.
    expect(verdicts('MyAction', {}, words)).toEqual(['done']);
    const none = `${success}\nMessage: There are no voicemail users currently defined.`;
    expect(verdicts('VoicemailUsersList', {}, none)).toEqual(['done']);
  });

  it('is done when both response and event have come, in whatever order', () => {
    const event = 'Event: OriginateResponse\nResponse: Success';
    expect(verdicts('Originate', { Async: true }, event, success)).toEqual(['more', 'done']);
    expect(verdicts('Originate', { Async: true }, success, event)).toEqual(['more', 'done']);
    expect(verdicts('FAXStats', {}, 'Event: FAXStats', success)).toEqual(['more', 'done']);
  });

  it('to JabberSend has two responses', () => {
    expect(verdicts('JabberSend', {}, success, success)).toEqual(['more', 'done']);
    expect(verdicts('jabbersend', {}, success, 'Response: Error')).toEqual(['more', 'refused']);
    expect(verdicts('JabberSend', {}, 'Response: Error')).toEqual(['refused']);
  });

  it('to DataGet has one event and no response', () => {
    expect(verdicts('DataGet', {}, 'Event: DataGet Tree')).toEqual(['done']);
    const none = 'Response: Error\nMessage: No data returned';
    expect(verdicts('DataGet', {}, none)).toEqual(['done']);
    expect(verdicts('DataGet', {}, 'Response: Error\nMessage: Permission denied')).toEqual([
      'refused',
    ]);
  });

  it('to AGI has a result only where a CommandID tells which', () => {
    expect(verdicts('AGI', {}, success)).toEqual(['done']);
    const exec = 'Event: AsyncAGIExec\nCommandId: c1';
    expect(verdicts('AGI', { CommandID: 'c1' }, success, exec)).toEqual(['more', 'done']);
  });

  it('to Originate waits for a result only where it is asynchronous, as Asterisk reads that', () => {
    for (const yes of ['true', 'yes', 'ON', '1', 'y', 'T']) {
      expect(verdicts('originate', { Async: yes }, success)).toEqual(['more']);
    }
    for (const no of ['false', 'no', '', '2', 'truely']) {
      expect(verdicts('Originate', { Async: no }, success)).toEqual(['done']);
    }
    expect(verdicts('Originate', {}, success)).toEqual(['done']);
    expect(isTrue(undefined)).toBe(false);
  });

  it('tells the end of its list from the entries', () => {
    const isEnd = (name: string, event: string): boolean =>
      new Reply(createAction(name)).isListEnd(parseEvent(`Event: ${event}\n\n`));
    expect(isEnd('Status', 'StatusComplete')).toBe(true);
    expect(isEnd('Status', 'Status')).toBe(false);
    expect(isEnd('MyList', 'Mine\nEventList: Complete')).toBe(true);
    expect(isEnd('MyList', 'Mine')).toBe(false);
  });

  it('knows the one action whose entries have no ActionID', () => {
    const names = ['IAXpeers', 'iaxPEERS', 'IAXpeerlist', 'MyList'];
    const found = names.filter((name) => new Reply(createAction(name)).isAnonymous);
    expect(found).toEqual(['IAXpeers', 'iaxPEERS']);
  });

  it('owns the entries of its open list, and what nobody else is sent', () => {
    const owns = (name: string, event: string, ...before: string[]): boolean => {
      const reply = new Reply(createAction(name, { Async: true }));
      for (const text of before) reply.takeResponse(parseResponse(`${text}\n\n`));
      return reply.owns(parseEvent(`Event: ${event}\n\n`));
    };
    const start = `${success}\nEventList: start`;
    expect(owns('DeviceStateList', 'DeviceStateChange\nActionID: 1', start)).toBe(true);
    expect(owns('MyList', 'Whatever\nActionID: 1', start)).toBe(true);
    expect(owns('FAXStats', 'FAXStats\nActionID: 1')).toBe(true);
    expect(owns('IAXpeers', 'PeerEntry', start)).toBe(true);
    // Without an ActionID, or before the list, it is an event like any other.
    expect(owns('DeviceStateList', 'DeviceStateChange', start)).toBe(false);
    expect(owns('IAXpeers', 'PeerEntry')).toBe(false);
    expect(owns('IAXpeers', 'PeerStatus', start)).toBe(false);
    // These go to every session.
    expect(owns('UserEvent', 'UserEvent\nActionID: 1')).toBe(false);
    expect(owns('Originate', 'OriginateResponse\nActionID: 1', success)).toBe(false);
  });
});

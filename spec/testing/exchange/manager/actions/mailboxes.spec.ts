import { ManagerLab } from '../support/raw-client.js';
import { recordedAnswers } from '../support/recorded-answers.js';

// As the recorded server had them, but for an alias.
const voicemail = `[general]
format = wav
[default]
1234 => 4242,Example Mailbox,root@localhost
[other]
1234 => 5678,Company2 User,root@localhost
`;

function lab(version: '16' | '22' = '22', config = voicemail): ManagerLab {
  return new ManagerLab({}, { version, voicemail: config });
}

function external(): ManagerLab {
  return new ManagerLab();
}

describe('mailboxes, asked for', () => {
  it.each(['MailboxStatus', 'MailboxCount', 'VoicemailUserStatus', 'VoicemailBoxSummary'])(
    '%s gets the same bytes as in a22-lists-idle',
    (action) => {
      const client = lab().login();
      const answers = recordedAnswers('a22-lists-idle', action);

      expect(answers.length).toBeGreaterThan(0);
      for (const { sent, messages } of answers) {
        expect(client.answer(sent)).toBe(messages.map((one) => `${one}\r\n\r\n`).join(''));
      }
    },
  );

  it('are listed as in a22-lists-idle', () => {
    const [recorded] = recordedAnswers('a22-lists-idle', 'VoicemailUsersList');
    const { sent = {}, messages = [] } = recorded ?? {};
    const wanted = messages.filter((message) => !message.includes('VMContext: myaliases'));

    expect(wanted).toHaveLength(4);
    expect(lab().login().answer(sent)).toBe(
      wanted
        .map((message) => `${message.replace('ListItems: 3', 'ListItems: 2')}\r\n\r\n`)
        .join(''),
    );
  });

  it('are listed without what version 16 does not know', () => {
    const client = lab('16').login();

    expect(client.answer({ Action: 'VoicemailUsersList' })).not.toContain('CanMarkUrgent');
    expect(
      client.answer({ Action: 'VoicemailBoxSummary', Context: 'default', Mailbox: '1234' }),
    ).toContain('Invalid/unknown command: VoicemailBoxSummary.');
  });

  it('have the messages that are put into them', () => {
    const made = lab();
    made.pbx.mailboxes.set('1234@default', { newMessages: 2, oldMessages: 1 });
    made.pbx.mailboxes.set('1234', { newMessages: 1 });
    const client = made.login();

    expect(client.answer({ Action: 'MailboxCount', Mailbox: '1234' })).toBe(
      'Response: Success\r\nMessage: Mailbox Message Count\r\nMailbox: 1234\r\n' +
        'UrgMessages: 0\r\nNewMessages: 1\r\nOldMessages: 1\r\n\r\n',
    );
    expect(
      client.answer({ Action: 'MailboxStatus', Mailbox: '1234@other,1234@default' }),
    ).toContain('\r\nWaiting: 1\r\n');
    expect(client.answer({ Action: 'VoicemailUsersList' })).toContain(
      '\r\nNewMessageCount: 1\r\nOldMessageCount: 1\r\n',
    );
    expect(
      client.answer({ Action: 'VoicemailBoxSummary', Context: 'default', Mailbox: '1234' }),
    ).toContain(
      'Event: VoicemailBoxDetail\r\nFolder: INBOX\r\nCallerID: Unknown\r\n' +
        'Date: Mon Nov 23 01:20:00 AM UTC 2026\r\nDuration: 5\r\nFlag: \r\nID: 1795396800-00000000\r\n\r\n',
    );
  });

  it('are refused where something is missing', () => {
    const client = lab().login();
    const failure = (fields: Record<string, string>): string =>
      /^Response: Error\r\nMessage: (.*)\r\n\r\n$/.exec(client.answer(fields))?.[1] ?? '';
    const need = "Need 'Context' and 'Mailbox' parameters.";

    expect(failure({ Action: 'MailboxCount' })).toBe('Mailbox not specified');
    expect(failure({ Action: 'MailboxStatus' })).toBe('Mailbox not specified');
    expect(failure({ Action: 'VoicemailUserStatus', Mailbox: '1234' })).toBe(need);
    expect(failure({ Action: 'VoicemailBoxSummary', Context: 'default' })).toBe(need);
    expect(client.answer({ Action: 'MWIGet', Mailbox: '1' })).toContain(
      'Message: Invalid/unknown command: MWIGet.',
    );
  });

  it('are none where voicemail has no users', () => {
    expect(lab('22', '').login().answer({ Action: 'VoicemailUsersList' })).toBe(
      'Response: Success\r\nMessage: There are no voicemail users currently defined.\r\n\r\n',
    );
    expect(lab('22', '').login().answer({ Action: 'VoicemailRefresh' })).toContain('Refresh sent');
  });
});

describe('mailboxes that others keep', () => {
  it('are updated, listed by name and by pattern, and deleted', () => {
    const client = external().login();
    const update = (Mailbox: string, more: Record<string, string>): string =>
      client.answer({ Action: 'MWIUpdate', Mailbox, ...more });
    const names = (Mailbox: string): string[] =>
      [...client.answer({ Action: 'MWIGet', Mailbox }).matchAll(/^Mailbox: (.*)\r$/gm)].map(
        ([, name]) => name ?? '',
      );

    expect(update('100', { NewMessages: '2', OldMessages: '1' })).toBe(
      'Response: Success\r\n\r\n' +
        'Event: MessageWaiting\r\nPrivilege: call,all\r\nMailbox: 100\r\nWaiting: 1\r\nNew: 2\r\nOld: 1\r\n\r\n' +
        'Event: DeviceStateChange\r\nPrivilege: call,all\r\nDevice: MWI:100\r\nState: INUSE\r\n\r\n',
    );
    update('101@x', {});
    expect(client.answer({ Action: 'MWIGet', ActionID: 'm', Mailbox: '100' })).toBe(
      'Response: Success\r\nActionID: m\r\nEventList: start\r\nMessage: Mailboxes will follow\r\n\r\n' +
        'Event: MWIGet\r\nMailbox: 100\r\nOldMessages: 1\r\nNewMessages: 2\r\nActionID: m\r\n\r\n' +
        'Event: MWIGetComplete\r\nActionID: m\r\nEventList: Complete\r\nListItems: 1\r\n\r\n',
    );
    expect(names('/.*/')).toEqual(['100', '101@x']);
    expect(names('/^10[[:digit:]]$/')).toEqual(['100']);
    expect(names('nobody')).toEqual([]);

    client.answer({ Action: 'MWIDelete', Mailbox: '/@/' });
    expect(names('/.*/')).toEqual(['100']);
    expect(client.answer({ Action: 'MailboxCount', Mailbox: '100' })).toContain('NewMessages: 2');
  });

  it('are refused where the question makes no sense', () => {
    const client = external().login();
    const failure = (action: string, fields: Record<string, string>): string =>
      /^Response: Error\r\nMessage: (.*)\r\n\r\n$/.exec(
        client.answer({ Action: action, ...fields }),
      )?.[1] ?? '';
    const missing = 'Missing mailbox parameter in request';

    expect(failure('MWIGet', {})).toBe(missing);
    expect(failure('MWIDelete', {})).toBe(missing);
    expect(failure('MWIUpdate', { NewMessages: '1' })).toBe(missing);
    expect(failure('MWIUpdate', { Mailbox: '1', NewMessages: 'x' })).toBe('Invalid NewMessages: x');
    expect(failure('MWIUpdate', { Mailbox: '1', OldMessages: '-' })).toBe('Invalid OldMessages: -');
    expect(failure('MWIGet', { Mailbox: '/[/' })).toBe('Mailbox regex format invalid in: /[/');
    expect(failure('MWIGet', { Mailbox: '/' })).toBe('Mailbox regex format invalid in: /');
    expect(client.answer({ Action: 'VoicemailUsersList' })).toContain(
      'Message: Invalid/unknown command: VoicemailUsersList.',
    );
  });
});

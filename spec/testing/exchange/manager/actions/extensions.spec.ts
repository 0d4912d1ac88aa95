import { ManagerLab } from '../support/raw-client.js';
import { recordedAnswers } from '../support/recorded-answers.js';

// What the recorded servers had, in the order in which they list it.
const dialplan = `[demo]
exten => 1000,hint,SIP/1000
exten => 1001,hint,SIP/1001
[default]
exten => 900,1,NoOp()
exten => 900,hint,Custom:mydev
exten => 901,hint,PJSIP/alice
exten => 902,hint,Custom:a&Custom:b,CustomPresence:p1
exten => 1234,hint,SIP/1234
`;
const both = ['a16-lists-idle', 'a22-lists-idle'];

function lab(recording: string): ManagerLab {
  const made = new ManagerLab({}, { version: recording.startsWith('a16') ? '16' : '22', dialplan });
  made.pbx.phones.add('alice');
  made.pbx.presences.set('CustomPresence:p1', 'dnd', 'sub', 'hello');
  return made;
}

function play(recording: string, action: string): { got: string[]; wanted: string[] } {
  const client = lab(recording).login();
  const answers = recordedAnswers(recording, action);
  return {
    got: answers.map(({ sent }) => client.answer(sent)),
    wanted: answers.map(({ messages }) => messages.map((message) => `${message}\r\n\r\n`).join('')),
  };
}

describe('extensions and presences, asked for', () => {
  it.each(
    both.flatMap((recording) =>
      ['ExtensionStateList', 'ExtensionState', 'PresenceStateList', 'PresenceState'].map(
        (action) => [recording, action] as const,
      ),
    ),
  )('%s: %s gets the same bytes', (recording, action) => {
    const { got, wanted } = play(recording, action);

    expect(wanted.length).toBeGreaterThan(0);
    expect(got).toEqual(wanted);
  });

  it('are an error where there is none', () => {
    const client = new ManagerLab().login();

    expect(client.answer({ Action: 'ExtensionStateList' })).toBe(
      'Response: Error\r\nMessage: No dialplan hints are available\r\n\r\n',
    );
    expect(client.answer({ Action: 'PresenceStateList' })).toContain('ListItems: 0');
  });

  it('are errors where the question is incomplete, or about what nobody keeps', () => {
    const client = lab('a22').login();
    const messageOf = (fields: Record<string, string>): string =>
      /^Response: Error\r\nMessage: (.*)\r\n\r\n$/.exec(client.answer(fields))?.[1] ?? '';

    expect(messageOf({ Action: 'ExtensionState' })).toBe('Extension not specified');
    expect(messageOf({ Action: 'PresenceState' })).toBe('No provider specified');
    expect(messageOf({ Action: 'PresenceState', Provider: 'nonsense' })).toBe(
      'Invalid provider nonsense or provider in invalid state',
    );
  });

  it('say nothing of a presence that is not set but its state', () => {
    const client = lab('a22').login();

    expect(client.answer({ Action: 'PresenceState', Provider: 'CustomPresence:none' })).toBe(
      'Response: Success\r\nMessage: Presence State\r\nState: not_set\r\n\r\n',
    );
  });

  it('are of the context default if none is named, and of no other', () => {
    const client = lab('a22').login();
    const ask = (fields: Record<string, string>): string =>
      client.answer({ Action: 'ExtensionState', Exten: '900', ...fields });

    expect(ask({})).toContain('\r\nContext: default\r\nHint: Custom:mydev\r\nStatus: 0\r\n');
    expect(ask({ Context: 'demo' })).toContain('\r\nHint: \r\nStatus: -1\r\n');
  });
});

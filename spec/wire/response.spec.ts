import { expectTypeOf } from 'expect-type';
import { Response } from '../../lib/index.js';
import { everyCut } from '../support/every-cut.js';
import type { Parsed } from '../support/parse.js';
import { parseOne, parseResponse } from '../support/parse.js';
import { excerpt } from '../support/transcripts.js';

/** The responses among what was parsed, which must be all. */
const responses = ({ messages }: Parsed): Response[] =>
  messages.map((message) => {
    if (!(message instanceof Response)) throw new Error(`no response: ${String(message)}`);
    return message;
  });

describe('Response', () => {
  it('tells its status, its words, and whether it is an error', () => {
    const refusal = parseOne(excerpt('a16-login-bad-secret', 'Response: Error'));
    expect(refusal).toMatchObject({
      status: 'Error',
      isError: true,
      message: 'Authentication failed',
      output: undefined,
      actionId: 'login-1',
    });
    const goodbye = parseOne(excerpt('a22-login-plain', 'Response: Goodbye'));
    expect(goodbye).toMatchObject({ status: 'Goodbye', isError: false });
    expect(parseOne('response:error\n\n')).toMatchObject({ status: 'error', isError: true });
    expect(new Response([]).status).toBe('');
    expectTypeOf<Response['output']>().toEqualTypeOf<string | undefined>();
  });

  it('has its own words in the first of two Message fields', () => {
    const bytes = excerpt('a22-lists-idle', 'PresenceMessage: hello');
    const presence = parseResponse(bytes);
    expect(presence.getAll('Message')).toEqual(['Presence State', 'hello']);
    expect(presence.message).toBe('Presence State');
  });

  describe('to a Command, from Asterisk 14 on', () => {
    const queue = excerpt('a16-config-and-command', 'ActionID: c6');
    everyCut('has its output in one field a line, blank ones too', queue, (all) => {
      const [response] = responses(all);
      expect(response?.output?.split('\n')).toEqual([
        expect.stringMatching(/^support has 0 calls .*: ?100\.0% within 0s$/),
        '   Members: ',
        expect.stringMatching(/^ {6}Alice \(Local\/101@default\/n from Custom:mydev\)/),
        expect.stringMatching(/^ {6}Bob .*no calls yet/),
        '   No Callers',
        '',
        '',
      ]);
    });

    const unknown = excerpt('a22-config-and-command', 'ActionID: c2');
    everyCut('may be an error with output', unknown, (all) => {
      expect(responses(all)).toMatchObject([
        { isError: true, output: expect.stringMatching(/^No such command 'no such thing'/) },
      ]);
    });

    it('has none where the command printed nothing, or was not run', () => {
      const refused = parseOne(excerpt('a22-config-and-command', 'ActionID: c4'));
      expect(refused).toMatchObject({ message: 'Command blacklisted', output: undefined });
    });
  });

  // No server as old as these was recorded: the bytes follow its source.
  describe('to a Command, before Asterisk 14', () => {
    const header = 'Response: Follows\r\nPrivilege: Command\r\n';
    const id = 'ActionID: c1\r\n';
    const after = 'Event: Hangup\r\n\r\n';

    everyCut(
      'has its output raw: colons, empty lines and all',
      `${header}${id}Name: x\nEvent: none\n\nActionID: of nobody\n\n--END COMMAND--\r\n\r\n${after}`,
      ({ messages: [response, event] }) => {
        expect(response).toMatchObject({
          status: 'Follows',
          isError: false,
          actionId: 'c1',
          output: 'Name: x\nEvent: none\n\nActionID: of nobody\n',
          lines: ['Response: Follows', 'Privilege: Command', 'ActionID: c1'],
        });
        expect(event).toMatchObject({ name: 'Hangup' });
      },
    );

    everyCut(
      'may have no ActionID, and its end behind the output, on one line',
      `${header}Up since: today--END COMMAND--\r\n\r\n${after}`,
      ({ messages }) => {
        expect(messages).toMatchObject([
          { actionId: undefined, output: 'Up since: today' },
          { name: 'Hangup' },
        ]);
      },
    );

    everyCut(
      'does not end where the output merely speaks of the end',
      `${header}${id}--END COMMAND--\nmore\n\n!\n--END COMMAND--\r\n\r\n${after}`,
      ({ messages }) => {
        expect(messages).toMatchObject([
          { output: '--END COMMAND--\nmore\n\n!' },
          { name: 'Hangup' },
        ]);
      },
    );

    everyCut(
      'may begin with an empty line, and speak of an ActionID where the server gave none',
      `${header}${id}a\n--END COMMAND--\r\n\r\n${header}\nActionID: 7\n--END COMMAND--\r\n\r\n`,
      ({ messages }) => {
        expect(messages).toMatchObject([
          { actionId: 'c1', output: 'a' },
          { actionId: undefined, output: '\nActionID: 7' },
        ]);
      },
    );

    everyCut(
      'has no output where the command printed nothing',
      `${header}${id}--END COMMAND--\r\n\r\n`,
      ({ messages }) => {
        expect(messages).toMatchObject([{ actionId: 'c1', output: undefined }]);
      },
    );

    everyCut(
      'is as on the wire when it is written out',
      `${header}${id}a: 1\r\n\r\nb\r\n--END COMMAND--\r\n\r\n`,
      ({ messages }) => {
        const text = `${header}${id}a: 1\n\nb\n--END COMMAND--\r\n\r\n`;
        expect(messages.map(String)).toEqual([text]);
      },
    );

    everyCut('is cut off with the connection', `${header}${id}a: 1\n\nb\n`, (all) => {
      expect(all.messages).toEqual([]);
      expect(all.waiting.lines).toBe(6);
    });
  });

  it('has the keys of a configuration file in order', () => {
    const config = parseOne(excerpt('a22-config-and-command', 'ActionID: g1'));
    expect(config.get('Line-000001-000002')).toBe(
      'member=Local/101@default/n,0,Alice,Custom:mydev',
    );
    expect(config.fields.slice(2, 5)).toEqual([
      ['Category-000000', 'general'],
      ['Line-000000-000000', 'persistentmembers=no'],
      ['Category-000001', 'support'],
    ]);
  });
});

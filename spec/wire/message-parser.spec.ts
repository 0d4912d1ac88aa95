import { AmiEvent, Message, MessageParser, ProtocolError, Response } from '../../lib/index.js';
import { everyCut } from '../support/every-cut.js';
import { parse } from '../support/parse.js';
import { excerpt } from '../support/transcripts.js';

describe('MessageParser', () => {
  describe('the greeting', () => {
    everyCut(
      'is no message',
      'Asterisk Call Manager/11.0.0\r\nResponse: Success\r\n\r\n',
      (all) => {
        expect(all.greeting).toEqual({ line: 'Asterisk Call Manager/11.0.0', version: '11.0.0' });
        expect(all.messages.map(({ lines }) => lines)).toEqual([['Response: Success']]);
      },
    );

    everyCut('need not be there', '\r\nEvent: A\r\n\r\nAsterisk Call Manager/1\r\n\r\n', (all) => {
      expect(all.greeting).toBeUndefined();
      // Later on, the same text is a message like any other.
      expect(all.messages.map(({ lines }) => lines)).toEqual([
        ['Event: A'],
        ['Asterisk Call Manager/1'],
      ]);
    });
  });

  describe('the end of a message', () => {
    const mixed = excerpt(
      'a22-lists-idle',
      'ActionID: PJSIPShowContacts',
      'ActionID: PJSIPShowReg',
    );
    it('is recorded with mixed line ends', () => {
      expect(mixed.toString('latin1')).toContain('Message: No Contacts found\n\r\n\r\n');
    });
    everyCut('may have an LF of its text before it', mixed, ({ messages }) => {
      expect(messages.map(String)).toEqual([
        'Response: Error\r\nActionID: PJSIPShowContacts-34\r\nMessage: No Contacts found\r\n\r\n',
      ]);
    });

    const rules = excerpt('a22-lists-idle', 'ActionID: QueueRule-12', 'ActionID: Agents-14');
    it('is recorded twice after QueueRule', () => {
      expect(rules.toString('latin1').match(/\r\n\r\n\r\nResponse/g)).toHaveLength(2);
    });
    everyCut('may come twice', rules, ({ messages, waiting }) => {
      expect(messages.map((message) => message.get('ActionID'))).toEqual([
        'QueueRule-12',
        'QueueRule-13',
      ]);
      expect(messages[0]?.getAll('Rule')).toEqual(['30,+3,+0', '60,10,5']);
      expect(waiting.lines).toBe(1);
    });

    // By the source of Asterisk before 18.24, and of 13 to 22, in that order.
    const loose =
      'Event: CoreShowChannelMap\r\nA: 1\r\n\nEvent: Agents\r\nCallStarted: 1\nB: 2\r\n\r\n';
    everyCut('may be of LF, as may any line', loose, ({ messages }) => {
      expect(messages.map((message) => message.lines)).toEqual([
        ['Event: CoreShowChannelMap', 'A: 1'],
        ['Event: Agents', 'CallStarted: 1', 'B: 2'],
      ]);
    });

    everyCut('is missing where the server cut the connection', 'Event: A\r\nB: 1\r\n', (all) => {
      expect(all.messages).toEqual([]);
      expect(all.waiting).toEqual({ lines: 2, bytes: 0 });
    });
  });

  describe('the kind of a message', () => {
    const kindOf = (text: string): unknown => parse([`${text}\n\n`]).messages[0]?.constructor;

    it.each<[text: string, kind: unknown]>([
      ['Event: Hangup', AmiEvent],
      ['event:Hangup', AmiEvent],
      ['Response: Success', Response],
      ['RESPONSE:', Response],
      ['Event: OriginateResponse\nResponse: Failure', AmiEvent],
      ['Event: DataGet Tree', AmiEvent],
      ['Response: Success\nEvent: Evil', Response],
      ['Privilege: x\nEvent: Hangup', Message],
      ['Event', Message],
      ['Events: 1', Message],
      [': x', Message],
      ['  Event: Hangup', Message],
      ['Verbosity: 3', Message],
    ])('of %j is told by its first line', (text, kind) => {
      expect(kindOf(text)).toBe(kind);
    });

    const originate = excerpt('a16-originate-variants', 'Event: OriginateResponse');
    everyCut('of an OriginateResponse is an event, whatever its Response', originate, (all) => {
      expect(all.messages).toEqual([expect.any(AmiEvent)]);
      expect(all.messages[0]?.get('Response')).toBe('Failure');
    });
  });

  it('refuses a message over the limit, and says nothing of its content', () => {
    const lines = ['Event: A', 'Secret: s3cret', 'X: 1'];
    const size = lines.join('\r\n').concat('\r\n').length;
    const push = (maxMessageSize: number): unknown => {
      const parser = new MessageParser({ maxMessageSize });
      return [...lines, ''].map((line) => parser.push(line)).at(-1)?.lines;
    };
    expect(push(size)).toEqual(lines);
    expect(() => push(size - 1)).toThrow(
      new ProtocolError(`The server sent a message of over ${size - 1} characters`),
    );
    // Each message anew.
    const parser = new MessageParser({ maxMessageSize: size });
    for (const line of [...lines, '', ...lines]) parser.push(line);
    expect(parser.push('')).toBeInstanceOf(AmiEvent);
  });

  it('refuses raw output over the limit, and one of 32 Mi characters by default', () => {
    const small = new MessageParser({ maxMessageSize: 100 });
    const pushAll = (): void => {
      small.push('Response: Follows');
      for (let i = 0; i < 20; i++) small.push('a: line\r');
    };
    expect(pushAll).toThrow(ProtocolError);

    const parser = new MessageParser();
    const line = 'x'.repeat(2 ** 20);
    const pushMany = (): void => {
      for (let i = 0; i <= 32; i++) parser.push(line);
    };
    expect(pushMany).toThrow(/33554432/);
    expect(parser.waiting).toBe(31);
  });
});

import { inspect } from 'node:util';
import { expectTypeOf } from 'expect-type';
import { Message } from '../../lib/index.js';
import type { Field } from '../../lib/index.js';
import { everyCut } from '../support/every-cut.js';
import { parseOne } from '../support/parse.js';
import { excerpt } from '../support/transcripts.js';

describe('Message', () => {
  const odd = new Message([
    'Event: Odd',
    'Colon: a: b',
    'NoSpace:y',
    'TwoSpaces:  z ',
    'Tab:\tx',
    'Empty: ',
    'Nothing:',
    'no field',
    'Dup: 1',
    'DUP: 2',
    ': nameless',
  ]);

  it('splits a line at its first colon, and takes one space away', () => {
    expect(odd.get('Colon')).toBe('a: b');
    expect(odd.get('NoSpace')).toBe('y');
    expect(odd.get('TwoSpaces')).toBe(' z ');
    expect(odd.get('Tab')).toBe('\tx');
    expect(odd.get('Empty')).toBe('');
    expect(odd.get('Nothing')).toBe('');
  });

  it('finds fields in any case, and only by their whole name', () => {
    expect(odd.get('colon')).toBe('a: b');
    expect(odd.getAll('dup')).toEqual(['1', '2']);
    expect(odd.has('EMPTY')).toBe(true);
    for (const name of ['Colo', 'Colon:', 'Colon: a', 'no field', 'olon', '', 'toString']) {
      expect([name, odd.get(name), odd.has(name)]).toEqual([name, undefined, false]);
      expect(odd.getAll(name)).toEqual([]);
    }
  });

  it('keeps every field in order, and every line', () => {
    expect(odd.fields.map(([name]) => name)).toEqual([
      ...['Event', 'Colon', 'NoSpace', 'TwoSpaces', 'Tab', 'Empty', 'Nothing', 'Dup', 'DUP', ''],
    ]);
    expect(odd.lines).toContain('no field');
    expect(odd.toString()).toBe(`${odd.lines.join('\r\n')}\r\n\r\n`);
    expectTypeOf(odd.fields).toEqualTypeOf<Field[]>();
    expectTypeOf<Field>().toEqualTypeOf<readonly [name: string, value: string]>();
  });

  const user = excerpt('a22-values-escaping', 'UserEvent: Bar');
  everyCut(
    'is what a UserEvent copied, be it no field',
    user,
    ({ messages: [message] }) => {
      expect(message?.toObject()).toEqual({
        Event: ['UserEvent', 'Evil'],
        Privilege: 'user,all',
        UserEvent: 'Bar',
        ActionID: 'ue2',
        Latin1: 'café',
        Tab: '\tx',
        NoSpace: 'y',
        Dup: ['1', '2'],
      });
      expect(message?.lines).toContain('NoColon');
    },
    { encoding: 'latin1' },
  );

  it('becomes an object, repeated fields lists', () => {
    const status = parseOne(excerpt('a22-lists-busy', 'Variable: FOO=(null)'));
    expect(status.toObject()).toMatchObject({
      Event: 'Status',
      ChannelState: '6',
      DNID: '',
      Variable: ['FOO=(null)', 'CHANNEL(name)=Local/110@default-00000002;1'],
    });
    const thrice = new Message(['A: 1', 'B: x', 'A: 2', 'A: 3']);
    expect(thrice.toObject()).toEqual({ A: ['1', '2', '3'], B: 'x' });
    expect(JSON.stringify(thrice)).toBe('{"A":["1","2","3"],"B":"x"}');
    expectTypeOf(thrice.toObject()).toEqualTypeOf<Record<string, string | string[]>>();
  });

  it('does not let a field reach the prototype of that object', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const message = new Message([...names, ...names, ...names].map((name, i) => `${name}: ${i}`));
    const object = message.toObject();
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['0']).toBeUndefined();
    expect(Object.keys(object)).toEqual(names);
    names.forEach((name, i) => {
      const own = Object.getOwnPropertyDescriptor(object, name)?.value as unknown;
      expect(own).toEqual([String(i), String(i + 4), String(i + 8)]);
      expect(message.getAll(name)).toEqual(own);
    });
    expect(inspect(message)).toContain("['__proto__']: [ '0', '4', '8' ]");
  });

  it('covers secrets when it is shown to people', () => {
    const failed = parseOne(excerpt('a16-security-events', 'Event: ChallengeResponseFailed'));
    const shown = inspect(failed);
    expect(shown).toMatch(/^AmiEvent \{\n {2}Event: 'ChallengeResponseFailed',/);
    expect(shown).toContain("ExpectedResponse: '[redacted]'");
    expect(shown).not.toMatch(/124200682|4f51b9b7/);
    const detail = parseOne(excerpt('a22-lists-busy', 'Event: AuthDetail'));
    expect(inspect({ nested: [detail] }, { depth: 5 })).toContain("Password: '[redacted]'");
    expect(detail.get('Password')).not.toBe('[redacted]');
    // What a program does with it is the program's: toString and toJSON are whole.
    expect(failed.toString()).toContain('Challenge: 124200682');
    expect(failed.toJSON()['ExpectedResponse']).toMatch(/^4f51b9b7/);
  });
});

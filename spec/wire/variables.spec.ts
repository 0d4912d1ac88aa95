import fc from 'fast-check';
import { AmiEvent, createAction, Message } from '../../lib/index.js';
import { writeVariable } from '../../lib/wire/variables.js';
import { parseOne } from '../support/parse.js';
import { excerpt } from '../support/transcripts.js';

const entries = (map: ReadonlyMap<string, string> | undefined): [string, string][] => [
  ...(map ?? []),
];

describe('getVariables', () => {
  it('reads those of a channel snapshot', () => {
    const event = parseOne(excerpt('a16-chanvars-timestamps', 'ChanVariable: FOO=bar xy'));
    expect(entries(event.getVariables())).toEqual([
      ['FOO', 'bar xy'],
      ['CALLERID(name)', ''],
    ]);
  });

  it('reads those under a prefix, and no others', () => {
    const event = parseOne(excerpt('a16-chanvars-timestamps', 'Event: LocalBridge'));
    expect(entries(event.getVariables('LocalOneChanVariable'))).toHaveLength(2);
    expect(entries(event.getVariables('localtwochanvariable'))).toHaveLength(2);
    expect(entries(event.getVariables())).toEqual([]);
  });

  it('reads those with the channel in brackets, which is no name of a variable', () => {
    const event = parseOne(excerpt('a16-chanvars-timestamps', 'Event: OriginateResponse'));
    const all = [
      ['FOO', 'bar xy'],
      ['CALLERID(name)', ''],
    ];
    expect(entries(event.getVariables())).toEqual(all);
    expect(entries(event.getVariables('ChanVariable', 'Local/110@default-00000049;1'))).toEqual(
      all,
    );
    expect(entries(event.getVariables('ChanVariable', 'Local/110@default-00000049;2'))).toEqual([]);
  });

  it('reads those of a Status, and what the server writes for one that is not set', () => {
    const status = parseOne(excerpt('a22-lists-busy', 'Variable: FOO=(null)'));
    expect(entries(status.getVariables('Variable'))).toEqual([
      ['FOO', '(null)'],
      ['CHANNEL(name)', 'Local/110@default-00000002;1'],
    ]);
  });

  it('reads a value with "=", and a channel with ":" or ")", as they are', () => {
    const message = new Message([
      'Event: X',
      'ChanVariable(SIP/a:b(c)-1): N=a=b: c',
      'ChanVariable(SIP/other-2): N=2',
      'ChanVariable(SIP/other-2)',
      'ChanVariable(SIP/other-2: N=3',
      'DestChanVariable(SIP/other-2): N=3',
      'ChanVariable: no pair',
      'ChanVariableX: N=3',
    ]);
    expect(entries(message.getVariables('ChanVariable', 'SIP/a:b(c)-1'))).toEqual([
      ['N', 'a=b: c'],
    ]);
    expect(entries(message.getVariables())).toEqual([['N', '2']]);
  });

  it('reads no escapes in the form with brackets, whatever the event', () => {
    const text = String.raw`N=O\'Neil`;
    const event = new AmiEvent(['Event: X', `ChanVariable(SIP/1): ${text}`]);
    expect(event.getVariables().get('N')).toBe(String.raw`O\'Neil`);
    const plain = new AmiEvent(['Event: X', `ChanVariable: ${text}`]);
    expect(plain.getVariables().get('N')).toBe("O'Neil");
    // That form tells no channel.
    expect(entries(plain.getVariables('ChanVariable', 'SIP/1'))).toEqual([]);
  });

  it('keeps apart what differs in the variable only, and does not reach a prototype', () => {
    const message = new Message(['Event: X', 'ChanVariable: __proto__=1', 'ChanVariable: a=2']);
    expect(entries(message.getVariables())).toEqual([
      ['__proto__', '1'],
      ['a', '2'],
    ]);
  });
});

describe('writeVariable', () => {
  // Tried on 16.28 and 22.10 by Originate and Getvar: every one of these arrived as it was given.
  const values = [
    ...['a,b', '"q"', String.raw`back\slash`, '(open', '[brackets]', 'a=b', ' lead', 'trail '],
    ...['${EPOCH}', String.raw`\n`, '%41', ';x', '|', 'é日本', '', ']x[', 'x=y,Z=w', '\t'],
  ];
  it.each(values)('makes %j one argument that Asterisk reads back', (value) => {
    expect(readArguments(writeVariable('V', value))).toEqual([`V=${value}`]);
  });

  it('makes any value one argument', () => {
    const unit = fc.oneof(fc.constantFrom(...Array.from('\\",()[]=')), fc.string({ maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit }), (value) => {
        expect(readArguments(writeVariable('V', value))).toEqual([`V=${value}`]);
      }),
    );
  });

  it('serves actions whose Variable is an object', () => {
    const variables = { A: 'x, "y"', 'CALLERID(name)': 1, on: true, none: null, less: undefined };
    expect(createAction('Originate', { Variable: variables }).getAll('Variable')).toEqual([
      String.raw`A=x\, \"y\"`,
      'CALLERID(name)=1',
      'on=true',
    ]);
  });
});

/** How Asterisk splits a field at commas: `__ast_app_separate_args` in `main/app.c`. */
function readArguments(text: string): string[] {
  const found = [''];
  let [parens, brackets, isQuoted] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === ',' && parens === 0 && brackets === 0 && !isQuoted) {
      found.push('');
      continue;
    }
    if (c === '(') parens++;
    else if (c === ')' && parens > 0) parens--;
    else if (c === '[') brackets++;
    else if (c === ']' && brackets > 0) brackets--;
    else if (c === '"') isQuoted = !isQuoted;
    if (c !== '"') found.push((found.pop() ?? '') + (c === '\\' ? text.charAt(++i) : c));
  }
  return found;
}

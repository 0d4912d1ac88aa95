import type { AmiClient } from '../../../lib/index.js';
import { call } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next } from '../support/wait-for.js';

/** Values by the names of the variables that shall have them. */
const odd: Readonly<Record<string, string>> = {
  PLAIN: 'plain',
  EMPTY: '',
  COMMAS: ',a,b,,c,',
  QUOTES: 'say "hi" to "',
  APOSTROPHE: "O'Neil",
  BACKSLASHES: '\\a\\n\\\\b\\',
  PARENTHESES: ')(a)((b',
  BRACKETS: '][x]][',
  BRACES: '{"json": [1, {"a": "\\"b\\""}]}',
  SEMICOLON: ';a;b;',
  EQUALS: '=a=b==',
  COLON: 'a: b:c',
  BLANKS: 'a  b\tc  ',
  EXPRESSION: '${EXTEN} $[1 + 1] %0d%0a',
  SIGNS: '!#%&*+-./<>?@^_`|~',
  UMLAUTS: 'Jürgen Æble',
  BEYOND: '日本語 🙂 e\u0301',
  LONG: 'x, "y" '.repeat(100),
};
const names = Object.keys(odd);

async function valuesOf(ami: AmiClient, Channel: string, prefix = '') {
  const pairs = names.map(async (name) => {
    const response = await next(ami.request('Getvar', { Channel, Variable: prefix + name }));
    return [name, response.get('Value')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

describe.each(controlledTargets)('Channel variables on $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });
  let ami: AmiClient;
  let channel: string;

  beforeEach(async () => {
    ami = await lab.online();
  });

  it('of an Originate arrive exactly as given', async () => {
    channel = (await call(ami, '110', { Variable: odd })).get('Channel') ?? '';
    expect(await valuesOf(ami, channel)).toEqual(odd);
  });

  it('are inherited by the channels of the call where their name says so', async () => {
    const prefixed = Object.entries(odd).map(([name, value]) => [`__${name}`, value]);
    const Variable = Object.fromEntries(prefixed) as typeof odd;
    channel = (await call(ami, '110', { Variable })).get('Channel') ?? '';
    expect(await valuesOf(ami, channel.replace(/1$/, '2'))).toEqual(odd);
  });

  it('are told exactly by VarSet, which escapes them', async () => {
    const told = new Map<string, string | undefined>();
    ami.event('VarSet').subscribe(({ Variable, message }) => {
      // The message tells an empty value from none.
      if (names.includes(Variable)) told.set(Variable, message.get('Value'));
    });
    channel = (await call(ami, '110', { Variable: odd })).get('Channel') ?? '';
    expect(Object.fromEntries(told)).toEqual(odd);
  });

  it('are told exactly by Status, up to half a kilobyte', async () => {
    channel = (await call(ami, '110', { Variable: odd })).get('Channel') ?? '';
    const [status] = (
      await next(ami.collect('Status', { Channel: channel, Variables: names.join() }))
    ).entries;
    const told = status?.Variable ?? {};
    const { LONG = '', ...rest } = odd;
    expect(told).toEqual({ ...rest, LONG: expect.any(String) as string });
    expect(LONG.startsWith(told['LONG'] ?? '-')).toBe(true);
  });

  it('are set and read one by one', async () => {
    channel = (await call(ami, '110')).get('Channel') ?? '';
    for (const [name, Value] of Object.entries(odd)) {
      await next(ami.request('Setvar', { Channel: channel, Variable: `SET_${name}`, Value }));
    }
    expect(await valuesOf(ami, channel, 'SET_')).toEqual(odd);
  });

  it('lose leading blanks in a Setvar, since the server skips those of every field', async () => {
    channel = (await call(ami, '110', { Variable: { KEPT: '  blanks' } })).get('Channel') ?? '';
    const lost = { Channel: channel, Variable: 'LOST', Value: '  blanks' };
    await next(ami.request('Setvar', lost));
    const read = async (Variable: string) =>
      (await next(ami.request('Getvar', { Channel: channel, Variable }))).get('Value');
    expect([await read('KEPT'), await read('LOST')]).toEqual(['  blanks', 'blanks']);
  });

  it('read as empty where there are none, also of the server', async () => {
    channel = (await call(ami, '110')).get('Channel') ?? '';
    const unset = await next(ami.request('Getvar', { Channel: channel, Variable: 'UNSET' }));
    expect([unset.status, unset.get('Value')]).toEqual(['Success', '']);
    await next(ami.request('Setvar', { Variable: 'GLOBAL', Value: odd['BRACES'] ?? '' }));
    const global = await next(ami.request('Getvar', { Variable: 'GLOBAL' }));
    expect(global.get('Value')).toBe(odd['BRACES']);
  });
});

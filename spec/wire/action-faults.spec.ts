import { Buffer } from 'node:buffer';
import { createAction, InvalidActionError } from '../../lib/index.js';
import type { ActionFields, TextEncoding } from '../../lib/index.js';

/** Everything that is wrong with an action. */
function faultsOf(
  name: string,
  fields?: ActionFields,
  id?: string,
  encoding?: TextEncoding,
): readonly string[] {
  try {
    createAction(name, fields).serialize(id, encoding);
    return [];
  } catch (error) {
    if (error instanceof InvalidActionError) return error.faults;
    throw error;
  }
}

const injects = (field: string): string[] => [
  `"${field}" holds a line break or NUL, which would inject`,
];

describe('an action that would not arrive as it was meant', () => {
  it.each(['\r', '\n', '\0', 'x\r\nAction: Logoff', '\r\n\r\n', 'x\n'])(
    'has a line break or NUL in a value (%j)',
    (value) => {
      expect(faultsOf('Ping', { A: value })).toEqual(injects('A'));
      expect(faultsOf('Ping', { A: ['ok', value] })).toEqual(injects('A'));
      expect(faultsOf('Originate', { Variable: { V: value } })).toEqual(injects('Variable'));
      expect(faultsOf(`Ping${value}`)).toEqual(injects('Action'));
    },
  );

  it.each(['\r', '\n', '\0'])('has a line break or NUL in a name (%j)', (character) => {
    const name = `A${character}B`;
    const shown = JSON.stringify(name).slice(1, -1);
    expect(faultsOf('Ping', { [name]: 'x' })).toEqual(injects(shown));
    expect(faultsOf('Originate', { Variable: { [name]: 'x' } })).toEqual(injects('Variable'));
  });

  it.each(['', ' ', 'A:', 'A:B', ':A', ' A', 'A ', '\tA', 'A\u00a0'])(
    'has a name that Asterisk does not recognise (%j)',
    (name) => {
      const fault = 'is no field name: it is empty, or has a colon or blanks around it';
      expect(faultsOf('Ping', { [name]: 'x' })).toEqual([`${JSON.stringify(name)} ${fault}`]);
    },
  );

  it.each(['', ' ', '\t'])('has no name (%j)', (name) => {
    expect(faultsOf(name)).toEqual(['it has no name']);
  });

  it('has a line of over 1022 bytes', () => {
    const line = (bytes: number, character: string): string =>
      character.repeat((bytes - 'A: '.length) / Buffer.byteLength(character));
    expect(faultsOf('Ping', { A: line(1022, 'x') })).toEqual([]);
    expect(faultsOf('Ping', { A: line(1023, 'x') })).toEqual([
      '"A" makes a line of 1023 bytes, and Asterisk reads 1022',
    ]);
    // It is bytes that count, not characters.
    expect(faultsOf('Ping', { A: `x${line(1021, 'é')}` })).toEqual([]);
    expect(faultsOf('Ping', { A: line(1023, 'é') })).toEqual([
      '"A" makes a line of 1023 bytes, and Asterisk reads 1022',
    ]);
    expect(faultsOf('Ping', { A: line(1023, 'é') }, undefined, 'latin1')).toEqual([]);
    expect(faultsOf('Ping', { A: line(1023, '日') })).toHaveLength(1);
    expect(faultsOf('x'.repeat(1014))).toEqual([]);
    expect(faultsOf('x'.repeat(1015))).toHaveLength(1);
  });

  it('has over 128 fields, Action and ActionID included', () => {
    const fields = (count: number): ActionFields => ({ A: Array.from({ length: count }, String) });
    expect(faultsOf('Ping', fields(126), '1')).toEqual([]);
    expect(faultsOf('Ping', fields(127))).toEqual([]);
    expect(faultsOf('Ping', fields(127), '1')).toEqual([
      'it has 129 fields, and Asterisk reads 128',
    ]);
  });

  it.each(['', ' ', 'a b', 'é', 'a\tb', 'a\x7f', 'x'.repeat(61)])(
    'has an ActionID that servers garble (%j)',
    (id) => {
      const fault = ['its ActionID is not 1 to 60 visible ASCII characters'];
      expect(faultsOf('Ping', {}, id)).toEqual(fault);
      expect(faultsOf('Ping', { ActionID: id }, 'good')).toEqual(fault);
    },
  );

  it('does not have one of 60 characters, or of punctuation', () => {
    expect(faultsOf('Ping', {}, 'x'.repeat(60))).toEqual([]);
    expect(faultsOf('Ping', {}, '!:,;=~')).toEqual([]);
  });

  it('has text that the encoding cannot write', () => {
    expect(faultsOf('Ping', { A: 'José' }, undefined, 'latin1')).toEqual([]);
    expect(faultsOf('Ping', { A: '日' }, undefined, 'latin1')).toEqual([
      '"A" cannot be written as latin1',
    ]);
    expect(faultsOf('Ping', { A: '𝄞日' })).toEqual([]);
    for (const half of ['\ud834', '\udd1e', 'x\ud834y']) {
      expect(faultsOf('Ping', { A: half })).toEqual(['"A" cannot be written as utf8']);
      expect(faultsOf('Ping', { [half]: 'A' })).toHaveLength(1);
    }
  });

  it('tells all of its faults at once, and none of its values', () => {
    const faults = faultsOf(' ', { Secret: 's3cret\n', 'B:': 's3cret', C: NaN }, 'a b');
    expect(faults).toEqual([
      'it has no name',
      'its ActionID is not 1 to 60 visible ASCII characters',
      'the value of "C" is neither text, number nor boolean',
      ...injects('Secret'),
      '"B:" is no field name: it is empty, or has a colon or blanks around it',
    ]);
    expect(() => createAction('Login', { Secret: 's3cret\n' }).serialize()).toThrow(
      new InvalidActionError('Login', injects('Secret')),
    );
  });
});

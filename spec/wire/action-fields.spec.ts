import { createAction } from '../../lib/index.js';
import type { ActionFields } from '../../lib/index.js';
import { flattenFields } from '../../lib/wire/action-fields.js';

const flat = (given: unknown): unknown => flattenFields(given as ActionFields).fields;
const faults = (given: unknown): unknown => flattenFields(given as ActionFields).faults;

describe('the fields of an action', () => {
  it('are text, numbers and booleans', () => {
    expect(
      flat({ T: 'x', E: '', N: -1.5, Z: 0, B: 12345678901234567890n, Y: true, F: false }),
    ).toEqual([
      ['T', 'x'],
      ['E', ''],
      ['N', '-1.5'],
      ['Z', '0'],
      ['B', '12345678901234567890'],
      ['Y', 'true'],
      ['F', 'false'],
    ]);
  });

  it('are left out where they are undefined or null, also in a list', () => {
    expect(flat({ A: undefined, B: null, C: [null, 1, undefined] })).toEqual([['C', '1']]);
    expect(flat({ A: [], Variable: {} })).toEqual([]);
    expect(createAction('Ping').fields).toEqual([]);
  });

  it('repeat for a list, in order', () => {
    expect(flat({ A: ['x', 1], B: 'y', Variable: ['p=1', 'q=2,r=3'] })).toEqual([
      ['A', 'x'],
      ['A', '1'],
      ['B', 'y'],
      ['Variable', 'p=1'],
      ['Variable', 'q=2,r=3'],
    ]);
  });

  it('may be pairs, where their order matters', () => {
    const pairs = [
      ['Action-000000', 'NewCat'],
      ['Cat-000000', 'a'],
      ['Action-000001', 'NewCat'],
      ['Skipped', undefined],
    ] as const;
    expect(flat(pairs)).toEqual(pairs.slice(0, 3));
    expect(createAction('UpdateConfig', pairs).getAll('Action-000001')).toEqual(['NewCat']);
  });

  it('may be an object of variables, which arrive as given', () => {
    expect(flat({ variable: { A: 'x,y', B: 2, C: null, D: undefined, __E: true } })).toEqual([
      ['variable', String.raw`A=x\,y`],
      ['variable', 'B=2'],
      ['variable', '__E=true'],
    ]);
  });

  it.each([
    ['not a number', { A: NaN }],
    ['infinite', { A: -Infinity }],
    ['an object', { A: {} }],
    ['a date', { A: new Date(0) }],
    ['a list in a list', { A: [['x']] }],
    ['a function', { A: () => 'x' }],
    ['a symbol', { A: Symbol('x') }],
    ['an object of variables in another field', { A: { B: 'x' } }],
    ['pairs with an object', [['A', { B: 'x' }]]],
  ])('cannot be %s', (_, given) => {
    expect(flat(given)).toEqual([]);
    expect(faults(given)).toEqual(['the value of "A" is neither text, number nor boolean']);
  });

  it('cannot be variables of values that are none, or of names that would be more than one', () => {
    expect(faults({ Variable: { A: {}, 'B,C': 1, 'D=E': 2 } })).toEqual([
      'the value of "Variable" is neither text, number nor boolean',
      '"B,C" is no variable name',
      '"D=E" is no variable name',
    ]);
  });

  it('tell their faults when the action is written, not before', () => {
    const action = createAction('Ping', { A: NaN });
    expect(() => action.serialize()).toThrow(/"A" is neither text/);
  });
});

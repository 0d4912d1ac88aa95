import { fieldSchema } from '../../lib/catalogue/schema/field-schema.js';
import type { SimpleKind } from '../../lib/catalogue/schema/field-kind.js';

const nothing = ['', '<unknown>', '<none>', '(null)', 'N/A'];

/** What each kind makes of what comes: value, result; or a fault. */
const cases: Record<Exclude<SimpleKind, `${string}?`>, [unknown, unknown][]> = {
  name: [
    ['SIP/alice-1', 'SIP/alice-1'],
    ['0042', '0042'],
    [['first', 'second'], 'first'],
  ],
  text: [
    ['0049 30', '0049 30'],
    ['unknown', 'unknown'],
    ['none', 'none'],
    [['a', 'b'], 'a'],
  ],
  caller: [
    ['unknown', undefined],
    ['Unknown', 'Unknown'],
    ['0800', '0800'],
  ],
  texts: [
    ['one', ['one']],
    [
      ['one', ''],
      ['one', ''],
    ],
  ],
  number: [
    ['16', 16],
    ['-1', -1],
    ['0.5', 0.5],
    ['100.0', 100],
    ['0', 0],
  ],
  flag: [
    ['Yes', true],
    ['1', true],
    ['true', true],
    ['on', true],
    ['No', false],
    ['0', false],
    ['Off', false],
  ],
  duration: [
    ['00:00:03', 3],
    ['01:02:03', 3723],
    ['123:00:00', 442_800],
  ],
  time: [
    ['1795396608', new Date('2026-11-23T01:16:48.000Z')],
    ['1795396608.807567', new Date('2026-11-23T01:16:48.807Z')],
    ['2026-11-23T01:27:09.286+0000', new Date('2026-11-23T01:27:09.286Z')],
    ['2026-11-23T01:27:09.286+0130', new Date('2026-11-22T23:57:09.286Z')],
    ['0', undefined],
    ['1970-01-01T00:00:00.000+0000', undefined],
  ],
  list: [
    ['call,all', ['call', 'all']],
    ['call', ['call']],
  ],
  pairs: [
    ['A=1', { A: '1' }],
    [['A=1', 'B=x=y', 'C='], { A: '1', B: 'x=y', C: '' }],
    ['no pair', {}],
  ],
  encoded: [
    ['200%20result%3D0%0A', '200 result=0\n'],
    ['plain', 'plain'],
  ],
  environment: [['agi_a%3A%20x%0Aagi_b%3A%20%0A%0A', { agi_a: 'x', agi_b: '' }]],
  channels: [[{ 'SIP/a': { A: '1' } }, { 'SIP/a': { A: '1' } }]],
};

const misfits: [SimpleKind, string, string][] = [
  ['number', '12 apples', 'is no number'],
  ['number?', 'Infinity', 'is no number'],
  ['flag?', 'maybe', 'is no flag'],
  ['duration?', '12', 'is no duration'],
  ['time', 'yesterday', 'is no time'],
  ['time', '2026-11-23 01:27:09', 'is no time'],
  ['encoded', '%E9', 'is no encoded'],
  ['environment', '%', 'is no environment'],
];

describe.each(Object.entries(cases))('A field of the kind "%s"', (kind, values) => {
  it.each(values)('reads %j', (value, result) => {
    expect(fieldSchema(kind as SimpleKind).parse(value)).toEqual(result);
  });
});

describe('A field that says nothing', () => {
  it.each([
    'text',
    'number?',
    'flag?',
    'duration?',
    'time',
    'list',
    'encoded',
    'environment',
  ] as const)('reads undefined, of the kind "%s"', (kind) => {
    for (const value of [...nothing, undefined]) {
      expect(fieldSchema(kind).parse(value)).toBeUndefined();
    }
  });

  it.each(['name', 'number', 'flag', 'duration'] as const)(
    'is missed, of the kind "%s"',
    (kind) => {
      for (const value of nothing) {
        expect(fieldSchema(kind).safeParse(value).error?.issues[0]?.message).toBe('is missing');
      }
    },
  );
});

describe('A field that does not fit', () => {
  it.each(misfits)('of the kind "%s": %j', (kind, value, message) => {
    expect(fieldSchema(kind).safeParse(value).error?.issues[0]?.message).toBe(message);
  });
});

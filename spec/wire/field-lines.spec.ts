import fc from 'fast-check';
import { findField, isField, parseField, valueAfter } from '../../lib/wire/field-lines.js';

describe('isField', () => {
  it.each<[line: string, name: string, is: boolean]>([
    ['Event: Hangup', 'Event', true],
    ['EVENT:', 'event', true],
    ['Event', 'Event', false],
    ['Events: x', 'Event', false],
    ['Even: x', 'Event', false],
    ['Event : x', 'Event', false],
    ['a:b: c', 'a:b', false],
    // The same but for the bit that tells upper from lower case, and no letters.
    ['@: x', '`', false],
    ['a[: x', 'a{', false],
    ['É: x', 'é', false],
    ['', 'Event', false],
    [': x', '', false],
  ])('%j is the field %j: %s', (line, name, is) => {
    expect(isField(line, name)).toBe(is);
  });

  it('agrees with what the line splits into', () => {
    const name = fc.string({ unit: fc.constantFrom(...Array.from('aAbBzZ@`[{É1 _-')) });
    fc.assert(
      fc.property(name, name, fc.string(), (field, wanted, value) => {
        const upper = (text: string): string => text.replace(/[a-z]/g, (c) => c.toUpperCase());
        const same = upper(field) === upper(wanted) && wanted !== '';
        expect(isField(`${field}: ${value}`, wanted)).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseField', () => {
  it('splits at the first colon, and takes away one space', () => {
    expect(parseField('A: b: c')).toEqual(['A', 'b: c']);
    expect(parseField('A:b')).toEqual(['A', 'b']);
    expect(parseField('A:  b ')).toEqual(['A', ' b ']);
    expect(parseField('A:')).toEqual(['A', '']);
    expect(parseField(':')).toEqual(['', '']);
    expect(parseField('A')).toBeUndefined();
    expect(valueAfter('A: b', 1)).toBe('b');
  });
});

describe('findField', () => {
  it('finds the first from a place on', () => {
    const lines = ['A: 1', 'no field', 'B: 2', 'a: 3'];
    expect([findField(lines, 'a'), findField(lines, 'a', 1), findField(lines, 'a', 4)]).toEqual([
      0, 3, -1,
    ]);
    expect(findField(lines, 'no field')).toBe(-1);
  });
});

import fc from 'fast-check';
import { clean, cleanLines, toJsonLine } from '../../../lib/cli/text/clean.js';
import { toClock, toLength } from '../../../lib/cli/text/time.js';
import { displayWidth, fitWidth } from '../../../lib/cli/text/width.js';

describe('clean', () => {
  it('leaves ordinary text alone', () => {
    expect(clean("Zoë O'Neil 東京 <201>")).toBe("Zoë O'Neil 東京 <201>");
  });

  it('shows what would act on a terminal', () => {
    expect(clean('a\u001b[31mb\u0007\rc\u009b2J\u202ed\u2028')).toBe('a·[31mb··c·2J·d·');
  });

  it('keeps lines and tabs of console output, without its colours', () => {
    expect(cleanLines(['\u001b[1;32mName\u001b[0m\tState', 'a\u001b]0;x'])).toBe(
      'Name        State\na·]0;x',
    );
  });
});

describe('toJsonLine', () => {
  it('is one line without control characters that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = toJsonLine({ text });
        expect(clean(line)).toBe(line);
        expect(JSON.parse(line)).toEqual({ text });
      }),
    );
  });
});

describe('toJsonLine of what a terminal would act on', () => {
  it('escapes it, C1 included', () => {
    expect(toJsonLine('a\u009b2J\u202e')).toBe(String.raw`"a\u009b2J\u202e"`);
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['Zoë', 3],
    ['Zoe\u0308', 3],
    ['東京', 4],
    ['👍🏽', 2],
    ['☎️', 2],
    ['한글', 4],
  ])('of %s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('fitWidth', () => {
  it.each([
    ['abc', 5, 'abc  '],
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['東京都', 5, '東京…'],
    ['東京都', 4, '東… '],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%s in %i columns is "%s"', (text, columns, expected) => {
    expect(fitWidth(text, columns)).toBe(expected);
  });

  it('always takes exactly its columns', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, columns) => {
        expect(displayWidth(fitWidth(clean(text), columns))).toBe(columns);
      }),
    );
  });
});

describe('times', () => {
  it.each([
    [0, '0:00'],
    [-5, '0:00'],
    [42_999, '0:42'],
    [725_000, '12:05'],
    [3_753_000, '1:02:33'],
  ])('%i ms last %s', (ms, text) => {
    expect(toLength(ms)).toBe(text);
  });

  it('shows the local time of day', () => {
    expect(toClock(new Date(2026, 0, 2, 3, 4, 5).getTime())).toBe('03:04:05');
  });
});

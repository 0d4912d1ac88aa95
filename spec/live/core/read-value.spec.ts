import {
  isNothing,
  readDuration,
  readFlag,
  readNumber,
  readText,
  readTime,
} from '../../../lib/live/core/read-value.js';
import { eventOf } from '../support/written-events.js';

const field = (F: string) => eventOf('X', { F });

describe('What a field says', () => {
  it('is nothing where Asterisk says so', () => {
    const nothings = ['', '<unknown>', 'unknown', '<none>', '(null)'];
    for (const text of nothings) {
      expect(isNothing(text)).toBe(true);
      expect(readText(field(text), 'F')).toBeUndefined();
    }
    expect(readText(field('none'), 'F')).toBe('none');
    expect(readText(field('x'), 'G')).toBeUndefined();
  });

  it.each([
    ['12', 12],
    ['-1', -1],
    ['0', 0],
    ['0.25', 0.25],
    ['', undefined],
    ['twelve', undefined],
    ['Infinity', undefined],
  ])('is, of the number %j, %j', (text, number) => {
    expect(readNumber(field(text), 'F')).toBe(number);
    expect(readNumber(field(text), 'G')).toBeUndefined();
  });

  it.each([
    [['yes', 'Yes', 'true', 'on', '1'], true],
    [['no', 'No', 'false', 'Off', '0'], false],
    [['', 'maybe', '2'], undefined],
  ])('is, of the flags %j, %j', (texts, flag) => {
    for (const text of texts) expect(readFlag(field(text), 'F')).toBe(flag);
    expect(readFlag(field('yes'), 'G')).toBeUndefined();
  });

  it.each([
    ['00:00:00', 0],
    ['01:02:03', 3_723_000],
    ['100:00:01', 360_001_000],
    ['1:2:3', undefined],
    ['12', undefined],
  ])('is, of the duration %j, %j ms', (text, ms) => {
    expect(readDuration(field(text), 'F')).toBe(ms);
    expect(readDuration(field(text), 'G')).toBeUndefined();
  });

  it.each([
    ['1700000000', 1_700_000_000_000],
    ['0', undefined],
    ['', undefined],
  ])('is, of the time %j, %j ms', (text, ms) => {
    expect(readTime(field(text), 'F')).toBe(ms);
  });
});

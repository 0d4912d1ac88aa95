import { AmiEvent } from '../../lib/index.js';

const object = (...lines: string[]): Record<string, string | string[]> =>
  new AmiEvent(lines).toObject();

describe('toObject of events of one name', () => {
  it.each<[string, string[], Record<string, string | string[]>]>([
    ['the same fields', ['Event: A', 'B: 2', 'C: x'], { Event: 'A', B: '2', C: 'x' }],
    ['no space', ['Event: A', 'B:2', 'C:x'], { Event: 'A', B: '2', C: 'x' }],
    ['another order', ['Event: A', 'C: x', 'B: 2'], { Event: 'A', B: '2', C: 'x' }],
    ['another spelling', ['Event: A', 'b: 2', 'C: x'], { Event: 'A', b: '2', C: 'x' }],
    ['one more', ['Event: A', 'B: 2', 'C: x', 'D: y'], { Event: 'A', B: '2', C: 'x', D: 'y' }],
    ['one less', ['Event: A', 'B: 2'], { Event: 'A', B: '2' }],
    ['a longer name', ['Event: A', 'BB: 2', 'C: x'], { Event: 'A', BB: '2', C: 'x' }],
    ['a repeated field', ['Event: A', 'B: 2', 'B: x'], { Event: 'A', B: ['2', 'x'] }],
    ['a line without colon', ['Event: A', 'B', 'C: x'], { Event: 'A', C: 'x' }],
    ['an empty value', ['Event: A', 'B: ', 'C:'], { Event: 'A', B: '', C: '' }],
    ['a number for a name', ['Event: A', 'B: 2', '1: x'], { Event: 'A', B: '2', 1: 'x' }],
  ])('is right after another, with %s', (_, lines, expected) => {
    object('Event: A', 'B: 1', 'C: 3');
    expect(object(...lines)).toEqual(expected);
    // Once more, now that these fields are the last.
    expect(object(...lines)).toEqual(expected);
    expect(object('Event: A', 'B: 1', 'C: 3')).toEqual({ Event: 'A', B: '1', C: '3' });
  });

  it('unescapes what it knows as well', () => {
    const lines = ['Event: Hangup', String.raw`CallerIDName: O\'Neil`];
    for (let i = 0; i < 3; i++) expect(object(...lines)).toMatchObject({ CallerIDName: "O'Neil" });
  });

  it('keeps names of the prototype its own', () => {
    for (let i = 0; i < 3; i++) {
      const event = object('Event: P', '__proto__: x', 'constructor: y');
      expect(Object.entries(event)).toEqual([
        ['Event', 'P'],
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]);
    }
  });

  it('does not grow without end', () => {
    for (let i = 0; i < 3000; i++) {
      expect(object(`Event: Name${i}`, 'A: b')).toEqual({ Event: `Name${i}`, A: 'b' });
    }
    expect(object('Event: Name2999', 'A: c')).toEqual({ Event: 'Name2999', A: 'c' });
  });
});

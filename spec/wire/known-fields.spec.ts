import fc from 'fast-check';
import { AmiEvent, Message } from '../../lib/index.js';
import { recallFields, rememberFields } from '../../lib/wire/known-fields.js';

describe('the fields that are remembered of an event', () => {
  it('are recalled for the same fields in the same order and spelling, and no others', () => {
    const lines = ['Event: Known', 'Channel: a', 'Uniqueid: 1'];
    expect(recallFields('Known', lines)).toBeUndefined();
    rememberFields('Known', 3, ['Event', 'Channel', 'Uniqueid']);
    expect(recallFields('Known', ['Event:x', 'Channel:', 'Uniqueid: 2: 3'])).toEqual([
      ...['Event', 'Channel', 'Uniqueid'],
    ]);
    for (const others of [
      lines.slice(0, 2),
      [...lines, 'More: 1'],
      ['Event: Known', 'Uniqueid: 1', 'Channel: a'],
      ['Event: Known', 'channel: a', 'Uniqueid: 1'],
      ['Event: Known', 'Channels: a', 'Uniqueid: 1'],
      ['Event: Known', 'Channel', 'Uniqueid: 1'],
    ]) {
      expect(recallFields('Known', others)).toBeUndefined();
    }
    expect(recallFields('Other', lines)).toBeUndefined();
  });

  it('are not those of an event that repeats one, has a line that is none, or would reach a prototype', () => {
    rememberFields('Odd', 3, ['Event', 'A']);
    expect(recallFields('Odd', ['Event: Odd', 'A: 1', 'A: 2'])).toBeUndefined();
    expect(recallFields('Odd', ['Event: Odd', 'A: 1'])).toBeUndefined();
    rememberFields('Odd', 2, ['Event', '__proto__']);
    expect(recallFields('Odd', ['Event: Odd', '__proto__: 1'])).toBeUndefined();
  });

  it('never show: an event makes the object that a message makes, whatever came before', () => {
    const name = fc.constantFrom(
      'A',
      'a',
      'B',
      '1',
      '0',
      '__proto__',
      'constructor',
      'toString',
      '',
    );
    const line = fc.oneof(
      fc
        .tuple(name, fc.constantFrom('', 'x', 'y: z'))
        .map(([field, value]) => `${field}: ${value}`),
      fc.constant('no field'),
    );
    const event = fc
      .tuple(fc.constantFrom('Event: X', 'Event: Y', 'event:X'), fc.array(line, { maxLength: 5 }))
      .map(([first, rest]) => [first, ...rest]);
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 10 }), (all) => {
        for (const lines of all) {
          const object = new AmiEvent(lines).toObject();
          const expected = new Message(lines).toObject();
          expect(Object.entries(object)).toEqual(Object.entries(expected));
          expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are bounded, since names come from the server', () => {
    for (let i = 0; i < 2000; i++) rememberFields(`Many${i}`, 1, ['Event']);
    expect(recallFields('Many1999', ['Event: Many1999'])).toBeUndefined();
    // What was known before still is.
    expect(recallFields('Known', ['Event: Known', 'Channel: a', 'Uniqueid: 1'])).toHaveLength(3);
  });
});

import fc from 'fast-check';
import { parseRecording } from '../../../lib/testing/index.js';
import type { RecordedEntry } from '../../../lib/testing/index.js';
import { RecordingWriter } from '../../../lib/testing/recording/recording-writer.js';

function textOf(entries: readonly RecordedEntry[], startedAt = 0): string {
  const writer = new RecordingWriter();
  return writer.head(startedAt) + entries.map((entry) => writer.write(entry)).join('');
}

const line = (atMs: number, text: string): RecordedEntry => ({ type: 'line', atMs, line: text });

describe('the text of a recording', () => {
  it('can be read by people', () => {
    const end = { type: 'end', atMs: 90_061, reason: 'The server closed it' } as const;
    const startedAt = Date.UTC(2026, 0, 2, 10, 15, 42, 7);
    const entries = [
      line(0, 'Asterisk Call Manager/11.0.0'),
      line(12, 'Event: X'),
      line(12, ''),
      end,
    ];
    expect(textOf(entries, startedAt)).toBe(`rxjs-ami recording 1
from 2026-01-02T10:15:42.007Z

@0.000
< Asterisk Call Manager/11.0.0
@0.012
< Event: X
<
@90.061
! The server closed it
`);
  });

  it('reads back what it was written of, character by character', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a ', '\\u0041', '\r'),
    );
    // Names before a colon may be those of secrets.
    const entry = fc.tuple(
      fc.nat(5000),
      fc.boolean(),
      text.map((one) => one.replaceAll(':', ';')),
    );
    fc.assert(
      fc.property(fc.array(entry), fc.integer({ min: 0, max: 4e12 }), (made, startedAt) => {
        let atMs = 0;
        const entries = made.map(([gap, isLine, value]): RecordedEntry => {
          atMs += gap;
          return isLine ? line(atMs, value) : { type: 'end', atMs, reason: value };
        });
        const written = textOf(entries, startedAt);
        expect(parseRecording(written)).toEqual({ startedAt, entries });
        expect(textOf(parseRecording(written).entries, startedAt)).toBe(written);
      }),
    );
  });

  it('covers secrets', () => {
    const written = textOf([
      line(0, 'ExpectedResponse: c0ffee'),
      line(0, 'Challenge:1'),
      line(0, 'A: b'),
    ]);
    expect(written).not.toMatch(/c0ffee|Challenge:1/);
    expect(parseRecording(written).entries).toEqual([
      line(0, 'ExpectedResponse: [redacted]'),
      line(0, 'Challenge:[redacted]'),
      line(0, 'A: b'),
    ]);
  });

  it('may have comments, empty lines and the line ends of Windows', () => {
    const text = textOf([line(5, 'A: b')])
      .replace('< ', '# a call\n\n< ')
      .replaceAll('\n', '\r\n');
    expect(parseRecording(text).entries).toEqual([line(5, 'A: b')]);
  });

  it.each([
    ['', 'No recording: line 1 is not "rxjs-ami recording 1"'],
    ['rxjs-ami recording 2\n', 'No recording: line 1 is not'],
    ['rxjs-ami recording 1\nfrom yesterday', 'No recording: line 2 does not say "from" and a time'],
    [`${textOf([])}Event: X`, 'No recording: line 4 begins with none of'],
    [`${textOf([])}< \\x`, 'No recording: line 4'],
    [`${textOf([])}@2.000\n@1.000`, 'No recording: line 5 is earlier than what is before it'],
  ])('is refused with the line where it is none: %j', (text, message) => {
    expect(() => parseRecording(text)).toThrow(SyntaxError);
    expect(() => parseRecording(text)).toThrow(message);
  });
});

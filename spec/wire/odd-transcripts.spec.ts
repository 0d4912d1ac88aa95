import { AmiEvent, Response } from '../../lib/wire/index.js';
import { parse } from '../support/parse.js';
import { excerpt, readSent, readTranscript, transcripts } from '../support/transcripts.js';

/** Every line of every recording that a test holds for, by recording. */
function linesThat(test: (line: string) => boolean): Record<string, readonly string[]> {
  const found = transcripts.map((name) => {
    const { messages } = parse([readTranscript(name)]);
    return [name, [...new Set(messages.flatMap(({ lines }) => lines.filter(test)))]] as const;
  });
  return Object.fromEntries(found.filter(([, lines]) => lines.length > 0));
}

/** For both versions. */
const both = (name: string, lines: readonly unknown[]): Record<string, unknown> => ({
  [`a16-${name}`]: lines,
  [`a22-${name}`]: lines,
});

// The recording has the last 4096 bytes before the server gave up on a client that did not read;
// they begin within a value.
const tail = expect.stringMatching(/^x+$/);
// A UserEvent copies what it was given, be it no field.
const noColon = ['NoColon'];

describe('what is odd in the recordings', () => {
  it('is a message of neither kind only where the recording begins in the middle of one', () => {
    const found = transcripts.map((name) => {
      const { messages } = parse([readTranscript(name)]);
      const plain = messages.filter((m) => !(m instanceof AmiEvent) && !(m instanceof Response));
      return [name, plain.map(({ lines }) => lines)] as const;
    });
    expect(Object.fromEntries(found.filter(([, plain]) => plain.length > 0))).toEqual({
      ...both('slow-reader-admin', [[tail]]),
      ...both('slow-reader-def', [[tail]]),
    });
  });

  it('is a line without a colon from a UserEvent, or from such a beginning', () => {
    expect(linesThat((line) => !line.includes(':'))).toEqual({
      ...both('slow-reader-admin', [tail]),
      ...both('slow-reader-def', [tail]),
      ...both('values-escaping', noColon),
    });
  });

  it('is bytes that are no UTF-8, which the server passes on where a client or caller sent them', () => {
    const name = 'Jos\uFFFD';
    expect(linesThat((line) => line.includes('\uFFFD'))).toEqual({
      'a16-framing-edges': ['ActionID: é\uFFFD\uFFFD'],
      'a16-non-utf8-json-events': [
        `Name: ${name}`,
        ...['', 'LocalOne', 'LocalTwo', 'Dest'].flatMap((prefix) => [
          `${prefix}CallerIDName: ${name}`,
          `${prefix}ConnectedLineName: ${name}`,
        ]),
        'Data: Lat,K: caf\uFFFD',
      ],
      // Asterisk 16 sends no VarSet for such a value; 22 does, with U+FFFD of its own making.
      'a16-values-escaping': [
        'Latin1: caf\uFFFD',
        String.raw`CallerIDName: Jos${'\uFFFD'} O\'Neil`,
        'Val: one\rtwo\uFFFD',
        'Variable: V2=lat\uFFFD "q" \\ \ttab',
      ],
      'a22-values-escaping': [
        'Latin1: caf\uFFFD',
        String.raw`Value: lat${'\uFFFD'} \"q\" \\ \ttab`,
        String.raw`CallerIDName: Jos${'\uFFFD'} O\'Neil`,
        'Val: one\rtwo\uFFFD',
        'Variable: V2=lat\uFFFD "q" \\ \ttab',
      ],
    });
  });

  it('is a CR within a value, which ends no line', () => {
    // An ActionID of 68 bytes leaves no room for the LF behind it in the server's buffer.
    const glued = [`ActionID: ${'c'.repeat(68)}\rConference: room1`];
    const values = ['Val: one\rtwo\uFFFD', 'Variable: V3=one\rtwo'];
    expect(linesThat((line) => line.includes('\r'))).toEqual({
      'a16-framing-edges': ['ActionID: a\rb'],
      ...both('long-actionid', glued),
      ...both('values-escaping', values),
    });
  });

  it.each(['a16', 'a22'])('is an answer of nothing but CRLF, to IAXnetstats (%s)', (version) => {
    const name = `${version}-lists-idle`;
    expect(readSent(name).toString()).toContain('ActionID: IAXnetstats-45\r\n');
    expect(readTranscript(name).toString()).not.toContain('IAXnetstats-45');
    const bytes = excerpt(name, 'Event: RegistrationsComplete', 'ActionID: SIPpeers-46');
    expect(bytes.toString()).toMatch(/ListItems: 0\r\n\r\n\r\nResponse: \w+\r\n$/);
    expect(parse([bytes]).messages).toHaveLength(1);
  });
});

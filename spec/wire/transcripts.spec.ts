import fc from 'fast-check';
import { AmiEvent, Response } from '../../lib/wire/index.js';
import { byteByByte, randomCuts } from '../support/every-cut.js';
import { parse } from '../support/parse.js';
import type { Parsed } from '../support/parse.js';
import { readTranscript, transcripts } from '../support/transcripts.js';

type Counts = readonly [events: number, responses: number];

/** How many events and responses each recording holds, as counted without the parser. */
const counts: Record<string, { readonly a16?: Counts; readonly a22?: Counts }> = {
  asyncagi: { a16: [48, 9], a22: [48, 9] },
  'attended-transfer': { a16: [142, 5] },
  authtimeout: { a16: [0, 0], a22: [0, 0] },
  'chanvars-timestamps': { a16: [100, 5] },
  'config-and-command': { a16: [0, 50], a22: [0, 50] },
  'dial-noanswer': { a16: [65, 3], a22: [65, 3] },
  'escaped-names': { a16: [80, 11], a22: [82, 11] },
  filtered: { a16: [5, 2], a22: [5, 2] },
  'foreign-actionid-observer': { a16: [23, 1], a22: [23, 1] },
  'framing-edges': { a16: [0, 18] },
  'lists-busy': { a16: [154, 78], a22: [170, 84] },
  'lists-idle': { a16: [277, 85], a22: [263, 85] },
  'login-acl': { a16: [0, 1], a22: [0, 1] },
  'login-already-in-use': { a16: [0, 1], a22: [0, 1] },
  'login-bad-secret': { a16: [0, 1], a22: [0, 1] },
  'login-before-booted': { a16: [23, 3], a22: [19, 3] },
  'login-events-call': { a16: [0, 2], a22: [0, 2] },
  'login-events-off': { a16: [0, 2], a22: [0, 2] },
  'login-md5': { a16: [2, 3], a22: [2, 3] },
  'login-not-authenticated': { a16: [0, 2], a22: [0, 2] },
  'login-plain': { a16: [2, 3], a22: [2, 3] },
  'long-actionid': { a16: [11, 7], a22: [11, 7] },
  moh: { a16: [28, 3], a22: [27, 3] },
  'newline-injection': { a16: [50, 9] },
  'non-utf8-json-events': { a16: [62, 7] },
  'originate-local-app': { a16: [30, 2], a22: [30, 2] },
  'originate-local-dial-n': { a16: [82, 2], a22: [82, 2] },
  'originate-local-dial': { a16: [82, 2], a22: [83, 2] },
  'originate-local-exten': { a16: [32, 2], a22: [32, 2] },
  'originate-variants': { a16: [205, 23] },
  park: { a16: [164, 5] },
  'permission-denied': { a16: [6, 14], a22: [6, 14] },
  pickup: { a16: [113, 4] },
  'queue-abandon-timeout': { a16: [46, 4], a22: [58, 4] },
  'queue-call-memberstatus': { a16: [79, 6] },
  'queue-call': { a16: [77, 2], a22: [89, 2] },
  'queue-members': { a16: [23, 15], a22: [23, 15] },
  'queue-reload': { a16: [12, 4], a22: [12, 4] },
  'redirect-bridge': { a16: [103, 8], a22: [103, 8] },
  'restart-issuer': { a16: [2, 1], a22: [2, 1] },
  'restart-observer': { a16: [4, 1], a22: [4, 1] },
  'security-events': { a16: [26, 5] },
  'slow-reader-admin': { a16: [4, 0], a22: [4, 0] },
  'slow-reader-def': { a16: [4, 0], a22: [4, 0] },
  'stop-issuer': { a16: [16, 2], a22: [16, 2] },
  'stop-observer': { a16: [26, 2], a22: [26, 2] },
  'tls-login': { a16: [2, 2], a22: [2, 2] },
  'values-escaping': { a16: [97, 25], a22: [98, 25] },
  'waitevent-tcp': { a16: [6, 4], a22: [5, 4] },
  'blind-transfer': { a22: [85, 4] },
  confbridge: { a22: [113, 10] },
  'device-ext-presence': { a22: [43, 7] },
  'lists-queue-waiting-agent-oncall': { a22: [9, 7] },
  'local-optimization': { a22: [145, 3] },
  'queue-ringnoanswer': { a22: [102, 6] },
  'setup-all-events': { a22: [328, 1] },
};

const summaries = Object.entries(counts).flatMap(([name, versions]) =>
  Object.entries(versions).map(([version, summary]) => [`${version}-${name}`, ...summary] as const),
);

/** Everything that a reader of messages can see. */
const seen = ({ greeting, lines, messages, waiting }: Parsed): unknown => ({
  greeting,
  lines,
  waiting,
  messages: messages.map((message) => [message.constructor, message.lines]),
});

describe('the recordings', () => {
  it('are all expected below', () => {
    expect(summaries.map(([name]) => name).sort()).toEqual(transcripts);
  });

  describe.each(summaries)('%s', (name, events, responses) => {
    const bytes = readTranscript(name);
    const whole = parse([bytes]);

    it(`holds ${events} events and ${responses} responses`, () => {
      expect(whole.messages.filter((message) => message instanceof AmiEvent)).toHaveLength(events);
      expect(whole.messages.filter((message) => message instanceof Response)).toHaveLength(
        responses,
      );
    });

    it('is the same byte by byte, and at random cuts', () => {
      const expected = seen(whole);
      expect(seen(parse(byteByByte(bytes)))).toEqual(expected);
      fc.assert(
        fc.property(randomCuts(bytes), (chunks) => {
          expect(seen(parse(chunks))).toEqual(expected);
        }),
        { numRuns: 5 },
      );
    });

    it('is read to its last byte', () => {
      // The server cut off whoever did not read: these begin and end in the middle of a message.
      const isCut = name.includes('slow-reader');
      expect(whole.waiting.lines > 0 && whole.waiting.bytes > 0).toBe(isCut);
      expect(whole.greeting === undefined).toBe(isCut);
      const text = unify(whole.messages.map(String).join(''));
      const recorded = unify(bytes.toString().replace(/^Asterisk Call Manager.*\r\n/, ''));
      expect(recorded.startsWith(text)).toBe(true);
      expect(text.length === recorded.length).toBe(!isCut);
    });
  });
});

/** One way of ending lines, and no empty messages. */
function unify(text: string): string {
  return text
    .replace(/\r?\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '');
}

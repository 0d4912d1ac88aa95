import { Buffer } from 'node:buffer';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { createAction, ProtocolError, Response } from '../../lib/index.js';
import type { Field, Message } from '../../lib/index.js';
import { byteByByte, randomCuts } from '../support/every-cut.js';
import { parse, parseOne } from '../support/parse.js';
import { readTranscript } from '../support/transcripts.js';

const name = fc
  .stringMatching(/^[^\s:\0](?:[^:\r\n\0]{0,20}[^\s:\0])?$/)
  .filter((text) => !/^action(?:id)?$/i.test(text));
const value = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replace(/[\r\n\0]/g, ''));
const fields = fc.array(fc.tuple(name, value), { maxLength: 20 });

describe('what an action was made of', () => {
  it('comes back from its bytes: every field, in order, under its name in any case', () => {
    fc.assert(
      fc.property(fields, (given: Field[]) => {
        const message = parseOne(createAction('Test', given).serialize('id-1'));
        expect(message.fields).toEqual([['Action', 'Test'], ['ActionID', 'id-1'], ...given]);
        expect(message.actionId).toBe('id-1');
        for (const [one] of given) {
          const same = (other: string): boolean => fold(other) === fold(one);
          const values = given.filter(([other]) => same(other)).map(([, text]) => text);
          expect(message.getAll(one)).toEqual(values);
          expect(message.get(swapCase(one))).toBe(values[0]);
        }
      }),
    );
  });

  it('comes back from its bytes in latin1', () => {
    const latin1 = fc.string({
      unit: fc.integer({ min: 32, max: 255 }).map((c) => String.fromCharCode(c)),
    });
    fc.assert(
      fc.property(latin1, (text) => {
        const bytes = Buffer.from(
          createAction('Test', { A: text }).serialize('1', 'latin1'),
          'latin1',
        );
        expect(parseOne(bytes, { encoding: 'latin1' }).get('A')).toBe(text);
      }),
    );
  });
});

describe('any bytes at all', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'Response: Follows',
          'Response: Success',
          'Event: X',
          'Privilege: Command',
          'ActionID: 1',
        ],
        ...[
          '--END COMMAND--',
          'x--END COMMAND--',
          '',
          '',
          ':',
          '\r',
          'Asterisk Call Manager/11.0.0',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 30 },
  );
  const mixed = fc
    .tuple(lines, fc.constantFrom('\n', '\r\n', '\r\r\n', '\r'))
    .map(([all, end]) => Buffer.from(all.join(end)));
  // A recording with some bytes of it changed.
  const recorded = readTranscript('a22-values-escaping').subarray(0, 3000);
  const changes = fc.array(fc.tuple(fc.nat({ max: recorded.length - 1 }), fc.nat({ max: 255 })));
  const damaged = changes.map((all) => {
    const bytes = Buffer.from(recorded);
    for (const [at, byte] of all) bytes[at] = byte;
    return bytes;
  });
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), mixed, damaged);

  it('are parsed without a throw, the same however they are cut', () => {
    const whole = (chunks: readonly Uint8Array[]): unknown => {
      const { messages, lines: all, waiting, greeting } = parse(chunks);
      return {
        text: messages.map(String),
        kinds: messages.map((m) => m.constructor),
        all,
        waiting,
        greeting,
      };
    };
    fc.assert(
      fc.property(
        bytes.chain((all) => fc.tuple(fc.constant(all), randomCuts(all))),
        ([all, chunks]) => {
          const expected = whole([all]);
          expect(whole(chunks)).toEqual(expected);
          expect(whole(byteByByte(all))).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('make messages that can be read and shown', () => {
    fc.assert(
      fc.property(bytes, (all) => {
        for (const message of parse([all]).messages) {
          expect(inspect(message)).toContain(message.constructor.name);
          const object = message.toObject();
          expect(Object.values(object).flat()).toHaveLength(
            message.fields.length + rawLines(message),
          );
          for (const [field, text] of message.fields.filter(([field]) => field !== '')) {
            expect(message.getAll(field)).toContain(text);
          }
          message.getVariables();
        }
      }),
    );
  });

  it('pass limits with a ProtocolError, the same however they are cut', () => {
    const limits = { maxLineLength: 12, maxMessageSize: 60 };
    const run = (chunks: readonly Uint8Array[]): unknown => {
      try {
        return parse(chunks, limits).lines;
      } catch (error) {
        if (error instanceof ProtocolError) return error.message;
        throw error;
      }
    };
    fc.assert(
      fc.property(
        fc
          .oneof(fc.uint8Array({ maxLength: 300 }), mixed)
          .chain((all) => fc.tuple(fc.constant(all), randomCuts(all))),
        ([all, chunks]) => {
          expect(run(chunks)).toEqual(run([all]));
          expect(run(byteByByte(all))).toEqual(run([all]));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Asterisk tells names apart by ASCII letters of any case. */
function fold(text: string): string {
  return text.replace(/[a-z]/g, (c) => c.toUpperCase());
}

function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (c) =>
    c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase(),
  );
}

/** Raw output is in the object as lines of `Output`, and in no field. */
function rawLines(message: Message): number {
  if (!(message instanceof Response) || message.has('Output')) return 0;
  return message.output?.split('\n').length ?? 0;
}

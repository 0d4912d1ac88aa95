import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { LineSplitter, ProtocolError } from '../../lib/index.js';
import { byteByByte, everyCut, randomCuts } from '../support/every-cut.js';
import { parse } from '../support/parse.js';

describe('LineSplitter', () => {
  describe('lines', () => {
    everyCut(
      'end at LF, and one CR before it is no part of them',
      'a\nb\r\nc\r\r\n\r\n\n',
      (all) => {
        expect(all.lines).toEqual(['a', 'b', 'c\r', '', '']);
      },
    );

    everyCut('without their end are no lines yet', 'a: 1\r\nb: 2\r', (all) => {
      expect(all.lines).toEqual(['a: 1']);
      expect(all.waiting.bytes).toBe('b: 2\r'.length);
    });

    everyCut('keep tabs, blanks, NUL and lone CR', ' a\t: \0b\rc \n', (all) => {
      expect(all.lines).toEqual([' a\t: \0b\rc ']);
    });

    const long = 'Output: '.padEnd(5000, 'é').concat('\n');
    everyCut('may be longer than the pieces that are decoded at a time', `x\n${long}y\n`, (all) => {
      expect(all.lines).toEqual(['x', long.slice(0, -1), 'y']);
    });
  });

  describe('text', () => {
    everyCut('is whole, wherever a character was cut', 'a: é日本𝄞\r\nb: ü\r\n', (all) => {
      expect(all.lines).toEqual(['a: é日本𝄞', 'b: ü']);
    });

    everyCut('reads as U+FFFD where it is no UTF-8', Buffer.from('Jos\xe9\n', 'latin1'), (all) => {
      expect(all.lines).toEqual(['Jos\uFFFD']);
    });

    const latin1 = Buffer.from('José\xff\x80\n', 'latin1');
    everyCut(
      'reads as latin1 where that is asked for',
      latin1,
      (all) => {
        expect(all.lines).toEqual(['José\xff\x80']);
      },
      { encoding: 'latin1' },
    );

    everyCut('keeps a byte order mark, which Asterisk does not send', '\uFEFFa\n', (all) => {
      expect(all.lines).toEqual(['\uFEFFa']);
    });
  });

  it('takes strings, cut anywhere, even between the halves of a character', () => {
    const text = 'a: é𝄞\r\nb: 日\r\n';
    fc.assert(
      fc.property(fc.array(fc.nat({ max: text.length })), (places) => {
        const edges = [0, ...places.sort((a, b) => a - b), text.length];
        const chunks = edges.slice(1).map((edge, i) => text.slice(edges[i], edge));
        expect(parse(chunks).lines).toEqual(['a: é𝄞', 'b: 日']);
      }),
    );
    expect(parse(['é\n'], { encoding: 'latin1' }).lines).toEqual(['é']);
  });

  it('takes any bytes of a larger array, and keeps none of it', () => {
    const large = Buffer.from('###a: 1\nb: ###');
    const splitter = new LineSplitter();
    const lines: string[] = [];
    const sink = { next: (line: string) => lines.push(line) };
    splitter.push(new Uint8Array(large.buffer, large.byteOffset + 3, 8), sink);
    splitter.push(new Uint8Array(large.buffer, large.byteOffset + 11, 0), sink);
    splitter.push(large.subarray(11, -2), sink);
    large.fill('!');
    splitter.push('2\n', sink);
    expect(lines).toEqual(['a: 1', 'b: #2']);
  });

  describe('a line over the limit', () => {
    const cases: [title: string, text: string][] = [
      ['of LF', 'ok\n123456789\n'],
      ['of CRLF', 'ok\r\n123456789\r\n'],
      ['that has not ended', 'ok\n123456789'],
      ['of few characters, but many bytes', 'ok\néééé1\n'],
      ['with a CR in it', 'ok\n1234567\r9\n'],
    ];
    it.each(cases)('%s is refused, wherever it is cut, after the lines before it', (_, text) => {
      const bytes = Buffer.from(text);
      const check = (chunks: readonly Uint8Array[]): void => {
        const splitter = new LineSplitter({ maxLineLength: 8 });
        const lines: string[] = [];
        expect(() => {
          for (const one of chunks) splitter.push(one, { next: (line) => lines.push(line) });
        }).toThrow(new ProtocolError('The server sent a line of over 8 bytes'));
        expect(lines).toEqual(['ok']);
      };
      check([bytes]);
      check(byteByByte(bytes));
      fc.assert(fc.property(randomCuts(bytes), check));
    });

    everyCut(
      'is not one of exactly that length',
      'ok\n12345678\r\néééé\n12345678\n',
      (all) => {
        expect(all.lines).toEqual(['ok', '12345678', 'éééé', '12345678']);
      },
      { maxLineLength: 8 },
    );

    it('is one of over a mebibyte, by default', () => {
      const splitter = new LineSplitter();
      const sink = { next: () => undefined };
      splitter.push(Buffer.alloc(2 ** 20, 'a'), sink);
      expect(splitter.waiting).toBe(2 ** 20);
      expect(() => {
        splitter.push('a', sink);
      }).toThrow(ProtocolError);
    });
  });
});

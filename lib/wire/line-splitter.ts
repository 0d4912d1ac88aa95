import { ProtocolError } from '../errors/index.js';
import { defaultReadLimits } from './limits.js';

/** How bytes stand for text: Asterisk passes them through, so it depends on who wrote them. */
export type TextEncoding = 'utf8' | 'latin1';

/** What {@link LineSplitter} and `splitLines` take. */
export interface LineOptions {
  /**
   * How the server's bytes are read. Bytes that are no UTF-8 become U+FFFD.
   * @defaultValue 'utf8'
   */
  readonly encoding?: TextEncoding | undefined;
  /**
   * The longest line, in bytes.
   * @defaultValue 1048576
   */
  readonly maxLineLength?: number | undefined;
}

const LF = 10;
const CR = 13;
// Text is decoded in pieces of this size, since a string that is kept keeps its whole piece.
const PIECE = 1024;

/**
 * Cuts a stream of bytes into lines, ended by LF or CRLF. Pure: bytes in, lines out.
 *
 * Bytes wait until their line is whole, so a character cut in two by the network stays whole.
 */
export class LineSplitter {
  readonly #encoding: TextEncoding;
  readonly #maxLineLength: number;
  #partial: Buffer[] = [];
  #partialLength = 0;
  #halfCharacter = '';

  constructor(options: LineOptions = {}) {
    this.#encoding = options.encoding ?? 'utf8';
    this.#maxLineLength = options.maxLineLength ?? defaultReadLimits.maxLineLength;
  }

  /** How many bytes wait for the end of their line. */
  get waiting(): number {
    return this.#partialLength;
  }

  /**
   * Takes a chunk and passes every line that it completes to `sink.next`.
   *
   * @throws {@link ProtocolError} if a line passes the limit.
   */
  push(chunk: Uint8Array | string, sink: { next(line: string): void }): void {
    const bytes = this.#toBuffer(chunk);
    const end = bytes.lastIndexOf(LF) + 1;
    let start = 0;
    if (end > 0 && this.#partialLength > 0) {
      start = bytes.indexOf(LF) + 1;
      const first = Buffer.concat([...this.#partial, bytes.subarray(0, start)]);
      this.#partial = [];
      this.#partialLength = 0;
      this.#measure(first, 0, first.length - 1);
      this.#pass(first, 0, first.length, sink);
    }
    while (start < end) {
      let cut = end - start > PIECE ? bytes.indexOf(LF, start + PIECE) + 1 : end;
      if (cut - start > this.#maxLineLength) {
        cut = bytes.indexOf(LF, start) + 1;
        this.#measure(bytes, start, cut - 1);
      }
      this.#pass(bytes, start, cut, sink);
      start = cut;
    }
    if (end < bytes.length) this.#keep(bytes.subarray(end));
  }

  #pass(bytes: Buffer, from: number, to: number, sink: { next(line: string): void }): void {
    const text = bytes.toString(this.#encoding, from, to);
    let start = 0;
    let end = text.indexOf('\n');
    while (end >= 0) {
      sink.next(text.slice(start, text.charCodeAt(end - 1) === CR && end > start ? end - 1 : end));
      start = end + 1;
      end = text.indexOf('\n', start);
    }
  }

  #keep(rest: Buffer): void {
    // A copy, since the rest of the chunk need not be kept for it.
    this.#partial.push(Buffer.from(rest));
    const before = this.#partialLength;
    this.#partialLength += rest.length;
    this.#measure(rest, -before, rest.length);
  }

  /** Refuses the line between two places if it is too long; a CR at its end is none of it. */
  #measure(bytes: Buffer, start: number, end: number): void {
    const length = end - start - (bytes[end - 1] === CR ? 1 : 0);
    if (length <= this.#maxLineLength) return;
    throw new ProtocolError(`The server sent a line of over ${this.#maxLineLength} bytes`);
  }

  #toBuffer(chunk: Uint8Array | string): Buffer {
    if (Buffer.isBuffer(chunk)) return chunk;
    if (typeof chunk !== 'string') {
      return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
    const text = this.#halfCharacter + chunk;
    const whole = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    this.#halfCharacter = text.slice(whole);
    return Buffer.from(text.slice(0, whole), this.#encoding);
  }
}

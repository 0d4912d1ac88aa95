import { ProtocolError } from '../errors/index.js';
import { AmiEvent } from './ami-event.js';
import { isField } from './field-lines.js';
import { parseGreeting } from './greeting.js';
import type { Greeting } from './greeting.js';
import { defaultReadLimits } from './limits.js';
import { Message } from './message.js';
import { Response } from './response.js';

const END_OF_COMMAND = '--END COMMAND--';
const LETTER_R = 'R'.charCodeAt(0);

/** What {@link MessageParser} and `parseMessages` take. */
export interface MessageOptions {
  /**
   * The largest message, in characters.
   * @defaultValue 33554432
   */
  readonly maxMessageSize?: number | undefined;
}

/**
 * Puts lines together to messages. Pure: lines in, messages out.
 *
 * A message ends at an empty line; empty messages are skipped. The first line of a connection,
 * the greeting, belongs to none. `Response: Follows` (Command output of Asterisk 13 and older) is
 * followed by raw text, empty lines and colons included, up to `--END COMMAND--`.
 */
export class MessageParser {
  readonly #maxMessageSize: number;
  #lines: string[] = [];
  #raw: string[] | undefined;
  #rawEnded = false;
  #size = 0;
  #atStart = true;
  #greeting: Greeting | undefined;

  constructor(options: MessageOptions = {}) {
    this.#maxMessageSize = options.maxMessageSize ?? defaultReadLimits.maxMessageSize;
  }

  /** The greeting, once it has come. */
  get greeting(): Greeting | undefined {
    return this.#greeting;
  }

  /** The lines of a message that has not ended. */
  get waiting(): number {
    return this.#lines.length + (this.#raw?.length ?? 0);
  }

  /**
   * Takes a line and returns the message that it ends, if it ends one.
   *
   * @throws {@link ProtocolError} if the message passes the limit.
   */
  push(line: string): Message | undefined {
    if (this.#raw !== undefined) return this.#pushRaw(line, this.#raw);
    if (line.length === 0) return this.#lines.length === 0 ? undefined : this.#take();
    if (this.#lines.length === 0 && this.#isNoMessage(line)) return undefined;
    this.#count(line);
    this.#lines.push(line);
    return undefined;
  }

  /** Looks at the first line of a message: the greeting, and the start of raw output. */
  #isNoMessage(line: string): boolean {
    if (this.#atStart) {
      this.#atStart = false;
      this.#greeting = parseGreeting(line);
      if (this.#greeting !== undefined) return true;
    }
    if (line.charCodeAt(0) === LETTER_R && /^Response:\s*Follows$/i.test(line)) this.#raw = [];
    return false;
  }

  #pushRaw(line: string, raw: string[]): Message | undefined {
    if (this.#rawEnded && line.length === 0) return this.#take();
    this.#count(line);
    const isHeader =
      raw.length === 0 &&
      this.#lines.length < 3 &&
      (isField(line, 'Privilege') || isField(line, 'ActionID'));
    if (isHeader) {
      this.#lines.push(line);
    } else {
      raw.push(line);
      this.#rawEnded = line.endsWith(END_OF_COMMAND);
    }
    return undefined;
  }

  #count(line: string): void {
    this.#size += line.length + 2;
    if (this.#size > this.#maxMessageSize) {
      throw new ProtocolError(
        `The server sent a message of over ${this.#maxMessageSize} characters`,
      );
    }
  }

  #take(): Message {
    const lines = this.#lines;
    const raw = this.#raw;
    this.#lines = [];
    this.#raw = undefined;
    this.#rawEnded = false;
    this.#size = 0;
    return toMessage(lines, raw);
  }
}

function toMessage(lines: string[], raw: string[] | undefined): Message {
  const first = lines[0] as string;
  if (isField(first, 'Event')) return new AmiEvent(lines);
  if (isField(first, 'Response')) return new Response(lines, raw);
  return new Message(lines);
}

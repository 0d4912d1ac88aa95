import type { MessageView } from '../errors/index.js';
import { findField, parseField, valueAfter } from './field-lines.js';
import type { Field } from './field-lines.js';
import { redact } from './redact.js';
import { readVariables } from './variables.js';

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

/**
 * One message of the Asterisk Manager Interface: a list of fields, in which names may repeat and
 * case does not matter.
 *
 * A message is the lines as they came; a field is looked for when it is read, so that what nobody
 * reads costs nothing. Its strings share the memory of about a kilobyte of received text.
 *
 * What starts with `Event:` is an {@link AmiEvent}, what starts with `Response:` a
 * {@link Response}; anything else is a plain `Message`.
 *
 * @example
 * ```ts
 * import { Message } from 'rxjs-ami';
 *
 * const message = new Message(['Ping: Pong', 'Timestamp: 1795396608.807567']);
 * console.log(message.get('ping')); // 'Pong'
 * ```
 */
export class Message implements MessageView {
  constructor(
    /** The raw lines, without line ends; also those that have no colon. */
    readonly lines: readonly string[],
  ) {}

  /**
   * The first value of a field, whatever the case of its name; `undefined` if it is absent.
   *
   * @param from - The line to begin with, where it is known that the field is none of those before.
   */
  get(name: string, from = 0): string | undefined {
    const index = findField(this.lines, name, from);
    if (index < 0) return undefined;
    return this.decode(name, index, valueAfter(this.lines[index] as string, name.length));
  }

  /** Every value of a field that may repeat, in order; empty if it is absent. */
  getAll(name: string): string[] {
    const values: string[] = [];
    let index = findField(this.lines, name);
    while (index >= 0) {
      values.push(this.decode(name, index, valueAfter(this.lines[index] as string, name.length)));
      index = findField(this.lines, name, index + 1);
    }
    return values;
  }

  /** Whether the field is there at all, be it empty. */
  has(name: string): boolean {
    return findField(this.lines, name) >= 0;
  }

  /**
   * The channel variables in a field such as `ChanVariable`, `DestChanVariable` or `Variable`.
   *
   * @param name - The field, without brackets.
   * @param channel - Only those of this channel, where the server names it in brackets, as in
   *   `ChanVariable(Local/1-0;1): N=v`. Without it, all of them.
   */
  getVariables(name = 'ChanVariable', channel?: string): ReadonlyMap<string, string> {
    return readVariables(this.lines, name, channel, (pair, index) =>
      this.decode(name, index, pair),
    );
  }

  /** All fields in order, duplicates kept; lines without a colon are only in {@link lines}. */
  get fields(): Field[] {
    const fields: Field[] = [];
    for (let i = 0; i < this.lines.length; i++) {
      const field = parseField(this.lines[i] as string);
      if (field !== undefined) fields.push([field[0], this.decode(field[0], i, field[1])]);
    }
    return fields;
  }

  /** The ActionID that this message answers to, or `undefined`. */
  get actionId(): string | undefined {
    return this.get('ActionID');
  }

  /** All fields as a plain object with the server's spelling; repeated ones become arrays. */
  toObject(): Record<string, string | string[]> {
    const object: Record<string, string | string[]> = {};
    for (let i = 0; i < this.lines.length; i++) {
      const line = this.lines[i] as string;
      const colon = line.indexOf(':');
      if (colon < 0) continue;
      const name = line.slice(0, colon);
      const value = this.decode(name, i, valueAfter(line, colon));
      const previous = object[name];
      if (previous === undefined) object[name] = value;
      else if (typeof previous === 'string') object[name] = [previous, value];
      else if (Array.isArray(previous)) previous.push(value);
      else setOwn(object, name, value);
    }
    return object;
  }

  /** For `JSON.stringify`: the same as {@link toObject}. */
  toJSON(): Record<string, string | string[]> {
    return this.toObject();
  }

  /** The message as on the wire, its closing blank line included. Not redacted. */
  toString(): string {
    return `${this.lines.join('\r\n')}\r\n\r\n`;
  }

  /** @internal For `util.inspect` and `console.log`: the fields, secrets covered. */
  [inspectSymbol](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `${this.constructor.name} ${inspect(redact(this.toObject()), options)}`;
  }

  /** @internal What the server did to a value before sending it is undone here. */
  protected decode(_name: string, _index: number, value: string): string {
    return value;
  }
}

/** A server may name a field `constructor` or `__proto__`: those must not reach the prototype. */
function setOwn(object: Record<string, string | string[]>, name: string, value: string): void {
  Object.defineProperty(object, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

import { valueAfter } from './field-lines.js';
import { Message } from './message.js';

/** What {@link Response.values} holds where the catalogue does not know the response. */
export type UntypedValues = Readonly<Record<string, unknown>>;

/**
 * The answer to an action: `Response: Success`, `Error`, `Goodbye`, or, from Asterisk 13 and
 * older for a Command, `Follows`.
 */
export class Response extends Message {
  /** `'Success'`, `'Error'`, `'Goodbye'`, `'Follows'` … as the server spells it. */
  readonly status: string;
  readonly #raw: readonly string[] | undefined;
  #values: UntypedValues | undefined;
  #decode: ((response: Message) => object) | undefined;

  /**
   * @param lines - The header lines.
   * @param raw - The lines of raw text behind them, in the old format of Command output, with the
   *   closing `--END COMMAND--` where it came.
   */
  constructor(lines: readonly string[], raw?: readonly string[]) {
    super(lines);
    this.status = valueAfter(lines[0] ?? '', 'Response'.length);
    this.#raw = raw;
  }

  /** Whether the server refused the action. */
  get isError(): boolean {
    return this.status.toLowerCase() === 'error';
  }

  /** The server's words, from the first `Message` field; `undefined` if it gave none. */
  get message(): string | undefined {
    return this.get('Message');
  }

  /**
   * The output of a Command, its lines joined by `\n`, from either format: `Output:` lines
   * (Asterisk 14 and later) or raw text up to `--END COMMAND--` (before). `undefined` if this is
   * not the answer to a Command, or the command printed nothing.
   */
  get output(): string | undefined {
    if (this.#raw === undefined) {
      const output = this.getAll('Output');
      return output.length === 0 ? undefined : output.join('\n');
    }
    const text = this.#raw.join('\n').replace(/\n?--END COMMAND--$/, '');
    return text === '' ? undefined : text;
  }

  /**
   * The fields as an object, decoded where the action is one of the catalogue: numbers are numbers,
   * times are dates. Decoded when it is first read; a field that does not fit is left out, and
   * told in `diagnostics$`.
   */
  get values(): UntypedValues {
    this.#values ??= (this.#decode?.(this) ?? this.toObject()) as UntypedValues;
    return this.#values;
  }

  /** @internal Says how {@link values} are decoded. */
  decodeBy(decode: (response: Message) => object): this {
    this.#decode = decode;
    this.#values = undefined;
    return this;
  }

  /** All fields as a plain object; raw output is in `Output`, as a newer server would send it. */
  override toObject(): Record<string, string | string[]> {
    const object = super.toObject();
    const { output } = this;
    if (this.#raw === undefined || output === undefined) return object;
    return { ...object, Output: output.includes('\n') ? output.split('\n') : output };
  }

  override toString(): string {
    if (this.#raw === undefined) return super.toString();
    return `${this.lines.join('\r\n')}\r\n${this.#raw.join('\n')}\r\n\r\n`;
  }
}

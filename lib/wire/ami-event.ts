import { findField, valueAfter } from './field-lines.js';
import { isEscapedField } from './is-escaped-field.js';
import { recallFields, rememberFields } from './known-fields.js';
import { Message } from './message.js';
import { unescapeC } from './unescape-c.js';

const LETTER_E = 101;

/**
 * An event: something that happened on the exchange, or an entry of a list that was asked for.
 *
 * Caller names and channel variables, which Asterisk sends with C escapes, read unescaped
 * (`O'Neil`, not `O\'Neil`); {@link Message.lines} has them as they came. Text from callers is
 * not to be trusted: dialplans can be made to send any field.
 */
export class AmiEvent extends Message {
  /** The event's name, in Asterisk's spelling, such as `'Hangup'`. */
  readonly name: string;

  constructor(lines: readonly string[]) {
    super(lines);
    this.name = valueAfter(lines[0] ?? '', 'Event'.length);
  }

  /** The same under the name of its field, by which decoded events and unions of schemas go. */
  get Event(): string {
    return this.name;
  }

  override toObject(): Record<string, string | string[]> {
    const names = recallFields(this.name, this.lines);
    if (names === undefined) {
      const object = super.toObject();
      rememberFields(this.name, this.lines.length, Object.keys(object));
      return object;
    }
    const object: Record<string, string> = {};
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      const value = valueAfter(this.lines[i] as string, name.length);
      object[name] = mayBeEscaped(name) ? this.decode(name, i, value) : value;
    }
    return object;
  }

  /** @internal */
  protected override decode(name: string, index: number, value: string): string {
    if (!mayBeEscaped(name) || !value.includes('\\')) return value;
    return isEscapedField(this.name, name) && !this.#isUsersOwn(index) ? unescapeC(value) : value;
  }

  /** What follows the line `UserEvent` is its author's text, which is sent as it is. */
  #isUsersOwn(index: number): boolean {
    return this.name === 'UserEvent' && index > findField(this.lines, 'UserEvent');
  }
}

/** Every field that is escaped ends in an "e": most are ruled out without looking at the value. */
function mayBeEscaped(name: string): boolean {
  return (name.charCodeAt(name.length - 1) | 32) === LETTER_E;
}

import { InvalidActionError } from '../errors/index.js';
import { findActionIdFaults, findFaults } from './action-faults.js';
import { flattenFields } from './action-fields.js';
import type { ActionFields } from './action-fields.js';
import type { Field } from './field-lines.js';
import type { TextEncoding } from './line-splitter.js';
import { isSecretField, REDACTED } from './redact.js';

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

/**
 * An action, ready to be sent any number of times: the name and the fields, in order.
 *
 * Make one by {@link createAction} for what has no method of its own; pass it to `ami.action`,
 * `ami.request`, `ami.list` or `ami.collect`. It is immutable, and holds no state of sending.
 */
export class Action {
  /** All fields behind `Action` itself, lists spread out. */
  readonly fields: readonly Field[];
  readonly #faults: readonly string[];

  constructor(
    /** The action's name, such as `'QueueAdd'`; Asterisk ignores case. */
    readonly name: string,
    fields: ActionFields = {},
    /** @internal What is known to be wrong with it, to be told when it is sent. */
    faults: readonly string[] = [],
  ) {
    const flat = flattenFields(fields);
    this.fields = flat.fields;
    this.#faults = [...faults, ...flat.faults];
  }

  /** The first value of a field, whatever the case of its name. */
  get(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.fields.find(([field]) => field.toLowerCase() === wanted)?.[1];
  }

  /** Every value of a field, in order. */
  getAll(name: string): string[] {
    const wanted = name.toLowerCase();
    return this.fields
      .filter(([field]) => field.toLowerCase() === wanted)
      .map(([, value]) => value);
  }

  /** The ActionID that the user gave it; normally `undefined`: the client gives one. */
  get actionId(): string | undefined {
    return this.get('ActionID');
  }

  /**
   * The action as on the wire, its closing blank line included.
   *
   * `Action` and `ActionID` come first, so that Asterisk's errors about later lines can name it.
   *
   * @param actionId - Used where the action has none of its own.
   * @throws {@link InvalidActionError} naming every fault, if it would not arrive as meant.
   */
  serialize(actionId?: string, encoding: TextEncoding = 'utf8'): string {
    const id = this.actionId ?? actionId;
    const rest = this.fields.filter(([name]) => name.toLowerCase() !== 'actionid');
    const fields: Field[] = [
      ['Action', this.name],
      ...(id === undefined ? [] : [['ActionID', id] as const]),
      ...rest,
    ];
    const faults = [
      ...(this.name.trim() === '' ? ['it has no name'] : []),
      ...(id === undefined ? [] : findActionIdFaults(id)),
      ...this.#faults,
      ...findFaults(fields, encoding),
    ];
    if (faults.length > 0) throw new InvalidActionError(this.name, faults);
    return `${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  }

  /** For people: the fields, secrets covered. */
  toString(): string {
    return [`Action: ${this.name}`, ...this.#display().map((pair) => pair.join(': '))].join('\n');
  }

  /** @internal For `JSON.stringify`: secrets covered. */
  toJSON(): { name: string; fields: Field[] } {
    return { name: this.name, fields: this.#display() };
  }

  /** @internal For `util.inspect` and `console.log`: secrets covered. */
  [inspectSymbol](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Action ${this.name} ${inspect(this.#display(), options)}`;
  }

  #display(): Field[] {
    return this.fields.map(([name, value]) => [
      name,
      isSecretField(name, value) ? REDACTED : value,
    ]);
  }
}

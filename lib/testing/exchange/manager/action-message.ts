import { findField } from '../../../wire/field-lines.js';

/** What keeps a request from being an action; Asterisk answers with these words. */
export type RequestFault =
  'Failed to parse message: line too long' | 'Too many lines in message or allocation failure';

/** A request as it came. */
export class ActionMessage {
  constructor(
    /** Its lines, also those without a colon. */
    readonly lines: readonly string[],
    readonly fault?: RequestFault,
  ) {}

  /** The first value of a field; Asterisk doesn't tell one that is absent from an empty one. */
  get(name: string): string {
    return this.#values(name).next().value ?? '';
  }

  /** Every value of a field that may repeat. */
  getAll(name: string): string[] {
    return [...this.#values(name)];
  }

  /** What is asked for: an empty name doesn't count here. */
  get action(): string {
    return this.getAll('Action').find((name) => name !== '') ?? '';
  }

  *#values(name: string): Generator<string, undefined> {
    for (let i = findField(this.lines, name); i >= 0; i = findField(this.lines, name, i + 1)) {
      yield skipBlanks(this.lines[i]?.slice(name.length + 1) ?? '');
    }
  }
}

/** `ast_skip_blanks`: whatever is no more than a space. */
function skipBlanks(text: string): string {
  let start = 0;
  while (start < text.length && text.charCodeAt(start) <= 32) start++;
  return text.slice(start);
}

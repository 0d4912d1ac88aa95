import { splitMessages } from './split-messages.js';

/** A piece of what a client sent. */
interface Piece {
  readonly text: string;
  /** Whether it is one action from its beginning to its end. */
  readonly isAction: boolean;
}

/**
 * Reads what comes from a client: as it comes, or cut into whole actions while somebody wants that.
 *
 * Nothing is kept back otherwise, so that the exchange sees half an action when it comes.
 */
export class ActionReader {
  /** The end of an action that has been passed on in part, as far as it may belong to a blank line. */
  #tail = '';
  #kept = '';

  /** Takes bytes, as text of one character a byte. */
  *take(text: string, isCut: boolean): Generator<Piece> {
    if (!isCut) {
      yield* this.#pass(this.#kept + text);
      return;
    }
    const rest = this.#tail === '' ? text : yield* this.#finish(text);
    const { whole, rest: kept } = splitMessages(this.#kept + rest);
    this.#kept = kept;
    for (const action of whole) yield { text: action, isAction: true };
  }

  /** Passes the end of an action on of which a part has gone; returns what comes behind it. */
  *#finish(text: string): Generator<Piece, string> {
    const [end] = splitMessages(this.#tail + text).whole;
    if (end === undefined) {
      yield* this.#pass(text);
      return '';
    }
    const length = end.length - this.#tail.length;
    this.#tail = '';
    yield { text: text.slice(0, length), isAction: false };
    return text.slice(length);
  }

  *#pass(text: string): Generator<Piece> {
    this.#kept = '';
    this.#tail = splitMessages(this.#tail + text).rest.slice(-3);
    yield { text, isAction: false };
  }
}

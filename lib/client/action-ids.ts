import { loadCrypto } from './load-crypto.js';

/**
 * Makes ActionIDs that are short, ASCII, and unlike those of any other connection or process.
 *
 * Asterisk sends some events with the ActionID of whoever caused them to *every* session, and
 * garbles answers to ActionIDs of over 67 bytes.
 */
export class ActionIds {
  readonly #prefix = `${BigInt(`0x${loadCrypto().randomBytes(8).toString('hex')}`).toString(36)}-`;
  #count = 0;

  /** The next ActionID, such as `3k1x9c0zq4b7d-1a`. */
  next(): string {
    return this.#prefix + (++this.#count).toString(36);
  }

  /** Whether an ActionID was made here. */
  includes(actionId: string): boolean {
    return actionId.startsWith(this.#prefix);
  }
}

/**
 * Which entities have changed since a list was asked for. Of those the list may be out of date;
 * what ended since then must not come back by it, and what began since then need not be in it.
 */
export class Recent {
  readonly #added = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #removed = new Set<string>();

  note(key: string, isNew: boolean): void {
    (isNew ? this.#added : this.#changed).add(key);
  }

  noteRemoval(key: string): void {
    this.#removed.add(key);
  }

  /** Whether it was first seen since then. */
  isNew(key: string): boolean {
    return this.#added.has(key);
  }

  /** Whether anything is known of it that may be later than the list. */
  isTouched(key: string): boolean {
    return this.#added.has(key) || this.#changed.has(key) || this.#removed.has(key);
  }

  /** Whether it ended since then. */
  hasEnded(key: string): boolean {
    return this.#removed.has(key);
  }
}

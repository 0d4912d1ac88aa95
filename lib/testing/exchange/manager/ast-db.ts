/** The database of Asterisk: values under a family and a key. */
export class AstDb {
  readonly #values = new Map<string, string>();

  get(family: string, key: string): string | undefined {
    return this.#values.get(pathOf(family, key));
  }

  put(family: string, key: string, value: string): void {
    this.#values.set(pathOf(family, key), value);
  }

  /** Whether there was something to delete. */
  delete(family: string, key: string): boolean {
    return this.#values.delete(pathOf(family, key));
  }

  /** Deletes a family, or a key and what is below it; gives the number of values that were. */
  deleteTree(family: string, key = ''): number {
    const entries = this.tree(family, key);
    for (const [path] of entries) this.#values.delete(path);
    return entries.length;
  }

  /** Paths and values of a family, or of all of them, sorted. */
  tree(family = '', key = ''): (readonly [path: string, value: string])[] {
    const root = [family, key]
      .filter((part) => part !== '')
      .map((part) => `/${part}`)
      .join('');
    return [...this.#values]
      .filter(([path]) => path === root || path.startsWith(`${root}/`))
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

function pathOf(family: string, key: string): string {
  return `/${family}/${key}`;
}

import type { Change, Live } from '../../../lib/live/index.js';

/** The changes of a kind of live state, put together again, and where they contradict each other. */
export class Folded<V> {
  readonly problems: string[] = [];
  isComplete = false;
  readonly #map = new Map<string, V>();
  readonly #gone = new Set<string>();

  /** @param comesBack - Whether what has gone may be there again under the same key. */
  constructor(
    private readonly name: string,
    private readonly live: Pick<Live<V>, 'changes$' | 'current'>,
    private readonly comesBack: boolean,
  ) {
    live.changes$.subscribe({
      next: (change) => {
        this.#take(change);
      },
      error: (error: unknown) => {
        this.problems.push(`${name} ended with ${String(error)}`);
      },
      complete: () => {
        this.isComplete = true;
      },
    });
  }

  /** Where what was told is not what is there. */
  differences(): string[] {
    const { current } = this.live;
    const keys = new Set([...this.#map.keys(), ...current.keys()]);
    return [...keys]
      .filter((key) => this.#map.get(key) !== current.get(key))
      .map((key) => `${this.name} ${key}: what was told is not what is there`);
  }

  #take({ type, key, value, previous, cause }: Change<V>): void {
    const known = this.#map.get(key);
    if (known !== previous) {
      this.problems.push(`${this.name} ${key} was ${type}, and the value before is another`);
    }
    if (value === known) this.problems.push(`${this.name} ${key} was ${type} to the same`);
    if (type === 'added' && !this.comesBack && this.#gone.has(key)) {
      this.problems.push(`${this.name} ${key} came back by ${cause.type}`);
    }
    if (value === undefined) {
      this.#map.delete(key);
      this.#gone.add(key);
    } else this.#map.set(key, value);
  }
}

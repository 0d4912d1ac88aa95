/** How long an entity that has ended is remembered. */
const LIFETIME_MS = 30_000;
/** How many are remembered at least, if so many end in that time; of more, the latest. */
const MOST = 1000;

/**
 * The keys of what has ended a moment ago: events that come late shall not bring it back.
 *
 * Source: on live servers `NewCallerid` came right after the `Hangup` of the same channel.
 */
export class Tombstones {
  // Two generations, of which the older is dropped whole: to take out one by one takes longer.
  #young = new Map<string, number>();
  #old: ReadonlyMap<string, number> = new Map();
  #bornAt = -Infinity;
  #latestAt = -Infinity;

  add(key: string, at: number): void {
    if (at - this.#bornAt >= LIFETIME_MS || this.#young.size >= MOST) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#bornAt = at;
    }
    this.#latestAt = at;
    this.#young.set(key, at);
  }

  has(key: string): boolean {
    const endedAt = this.#young.get(key) ?? this.#old.get(key) ?? -Infinity;
    return endedAt > this.#latestAt - LIFETIME_MS;
  }

  /** The key is used anew. */
  delete(key: string): void {
    if (this.has(key)) this.#young.set(key, -Infinity);
  }
}

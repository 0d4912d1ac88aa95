/** How long an entity that has ended is remembered. */
const LIFETIME_MS = 30_000;

/**
 * The keys of what has ended a moment ago: events that come late shall not bring it back.
 *
 * Source: on live servers `NewCallerid` came right after the `Hangup` of the same channel.
 */
export class Tombstones {
  // In the order of their moments.
  readonly #endedAt = new Map<string, number>();

  add(key: string, at: number): void {
    this.#endedAt.delete(key);
    this.#endedAt.set(key, at);
    for (const [oldest, endedAt] of this.#endedAt) {
      if (endedAt > at - LIFETIME_MS) break;
      this.#endedAt.delete(oldest);
    }
  }

  has(key: string): boolean {
    return this.#endedAt.has(key);
  }

  /** The key is used anew. */
  delete(key: string): void {
    this.#endedAt.delete(key);
  }
}

import type { Change, Queue } from '../../live/index.js';
import { SETTLED_MS } from './announcer.js';
import type { QueueChange } from './change.js';
import { isSameCount, toShownQueue } from './queue.js';
import type { ShownQueue } from './queue.js';

interface Entry {
  readonly queue: ShownQueue;
  /** As it was told of last. */
  readonly told: ShownQueue | undefined;
  /** Since when it is not as it was told. */
  readonly since: number | undefined;
}

/**
 * The queues of an exchange in numbers, and which changes of these are worth a line: those that last,
 * since a caller leaves the queue a moment before the member has the call. Pure.
 */
export class QueueBoard {
  readonly #entries = new Map<string, Entry>();

  /** The queues, by name. */
  get queues(): ShownQueue[] {
    return [...this.#entries.values()]
      .map(({ queue }) => queue)
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Takes a change. */
  take({ key, value }: Change<Queue>, at: number): QueueChange[] {
    const entry = this.#entries.get(key);
    if (value === undefined) {
      this.#entries.delete(key);
      const told = entry?.told;
      return told === undefined ? [] : [{ type: 'queue-removed', at, queue: told }];
    }
    const queue = toShownQueue(value);
    const told = entry?.told;
    const isTold = told !== undefined && isSameCount(queue, told);
    this.#entries.set(key, { queue, told, since: isTold ? undefined : (entry?.since ?? at) });
    return [];
  }

  /** Tells of what has lasted. */
  settle(at: number): QueueChange[] {
    const changes: QueueChange[] = [];
    for (const [key, { queue, since }] of this.#entries) {
      if (since === undefined || at - since < SETTLED_MS) continue;
      this.#entries.set(key, { queue, told: queue, since: undefined });
      changes.push({ type: 'queue', at, queue });
    }
    return changes;
  }
}

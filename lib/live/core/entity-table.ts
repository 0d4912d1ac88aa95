import type { Change } from './change.js';
import type { Context } from './context.js';
import { Recent } from './recent.js';

/** Hears of changes. */
export interface ChangeListener<V> {
  next(change: Change<V>): void;
}

const nothing = new Recent();

/** What was under a key when changes began to be held back, and what was there last. */
interface Held<V> {
  readonly before: V | undefined;
  last: V | undefined;
}

/**
 * The entities of one kind by key, and the changes of them. Values are replaced, never changed.
 *
 * While changes are held back, steps that cancel out are told of as one, or not at all.
 */
export class EntityTable<V> {
  /** The entities as they are. */
  readonly map = new Map<string, V>();
  /** Told of each change that is not held back, if anybody wants to know. */
  listener: ChangeListener<V> | undefined;
  /** What differed from a list when it was last looked at, and has not changed since. */
  readonly suspects = new Set<string>();
  /** How many steps there have been. */
  steps = 0;
  #held: Map<string, Held<V>> | undefined;
  #recent: Recent | undefined;

  constructor(private readonly context: Context) {}

  get(key: string | undefined): V | undefined {
    return key === undefined ? undefined : this.map.get(key);
  }

  /**
   * Adds or replaces a value.
   *
   * @param isPolled - Whether it is about what no event tells anyway.
   */
  put(key: string, value: V, isPolled = false): void {
    const previous = this.map.get(key);
    if (previous === value) return;
    this.map.set(key, value);
    if (!isPolled) {
      this.steps++;
      if (this.suspects.size > 0) this.suspects.delete(key);
    }
    this.#recent?.note(key, previous === undefined);
    if (this.#held !== undefined) this.#hold(key, previous, value);
    else if (this.listener !== undefined) this.#tell(key, previous, value);
  }

  /** Takes a value away. */
  delete(key: string): void {
    const previous = this.map.get(key);
    if (previous === undefined) return;
    this.map.delete(key);
    this.steps++;
    this.suspects.delete(key);
    this.#recent?.noteRemoval(key);
    if (this.#held !== undefined) this.#hold(key, previous, undefined);
    else if (this.listener !== undefined) this.#tell(key, previous, undefined);
  }

  /** Keeps changes back until {@link release}. */
  hold(): void {
    this.#held ??= new Map();
  }

  /** Tells of what is different since changes were held back. */
  release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held === undefined || this.listener === undefined) return;
    for (const [key, { before, last }] of held) {
      const now = this.map.get(key);
      if (now !== undefined) {
        if (now !== before) this.#tell(key, before, now);
        continue;
      }
      // How it ended is told before it is gone, also of what came and went meanwhile.
      if (last !== undefined && last !== before) this.#tell(key, before, last);
      const known = last ?? before;
      if (known !== undefined) this.#tell(key, known, undefined);
    }
  }

  /** The entity under a key, as subscribers have been told of it. */
  toldOf(key: string): V | undefined {
    const held = this.#held?.get(key);
    return held === undefined ? this.map.get(key) : held.before;
  }

  /** The entities that subscribers have been told of. */
  *told(): Iterable<[string, V]> {
    for (const [key, value] of this.map) {
      const held = this.#held?.get(key);
      const told = held === undefined ? value : held.before;
      if (told !== undefined) yield [key, told];
    }
    for (const [key, { before }] of this.#held ?? []) {
      if (before !== undefined && !this.map.has(key)) yield [key, before];
    }
  }

  /** What has changed since lists were asked for. */
  get recent(): Recent {
    return this.#recent ?? nothing;
  }

  /** Begins to note what changes: lists are being asked for. */
  record(): void {
    this.#recent = new Recent();
  }

  /** Notes no more. */
  stopRecording(): void {
    this.#recent = undefined;
  }

  #hold(key: string, previous: V | undefined, value: V | undefined): void {
    const held = this.#held?.get(key);
    if (held === undefined) this.#held?.set(key, { before: previous, last: value ?? previous });
    else if (value !== undefined) held.last = value;
  }

  #tell(key: string, previous: V | undefined, value: V | undefined): void {
    const { listener, context } = this;
    const { cause } = context;
    if (value === undefined) {
      if (previous !== undefined) {
        listener?.next({ type: 'removed', key, value: undefined, previous, cause });
      }
    } else if (previous === undefined) {
      listener?.next({ type: 'added', key, value, previous: undefined, cause });
    } else {
      listener?.next({ type: 'updated', key, value, previous, cause });
    }
  }
}

import { randomUUID } from 'node:crypto';
import type { Person } from './cast.js';

/** Counts what must be unique on an exchange: channels, and the ids of channels. */
export class Counters {
  #channel = 0;
  #id = 0;

  /** The next number of a channel's name, such as `0000002a`. */
  nextChannel(): string {
    return (this.#channel++).toString(16).padStart(8, '0');
  }

  /** The next Uniqueid. */
  nextUniqueid(at: number): string {
    return `${Math.floor(at / 1000)}.${this.#id++}`;
  }
}

/**
 * Fills the open places of a scene: `{A.name}` by who plays A, `{u1}`, `{c1}`, `{b1}` by a
 * Uniqueid, a channel's number, a bridge's id, which are new for each performance.
 */
export class Places {
  readonly #known = new Map<string, string>();

  constructor(
    private readonly cast: ReadonlyMap<string, Person>,
    private readonly counters: Counters,
    private readonly at: number,
  ) {}

  /** A value with its places filled. */
  fill(text: string): string {
    return text.includes('{')
      ? text.replace(/\{([^{}]+)\}/g, (_, key: string) => this.#at(key))
      : text;
  }

  #at(key: string): string {
    const value = this.#known.get(key) ?? this.#make(key);
    this.#known.set(key, value);
    return value;
  }

  #make(key: string): string {
    const [role = '', fact] = key.split('.');
    if (fact !== undefined) return this.cast.get(role)?.[fact as keyof Person] ?? '';
    if (key.startsWith('u')) return this.counters.nextUniqueid(this.at);
    return key.startsWith('c') ? this.counters.nextChannel() : randomUUID();
  }
}

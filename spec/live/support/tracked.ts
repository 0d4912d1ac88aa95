import { defer, of } from 'rxjs';
import type { Change } from '../../../lib/live/core/change.js';
import type { Kind, Model } from '../../../lib/live/core/model.js';
import { ModelSet } from '../../../lib/live/core/model-set.js';
import type { AmiEvent } from '../../../lib/wire/index.js';

/** What lists answer: by the name of the action, and its fields where it has any. */
export type Lists = Readonly<Record<string, readonly AmiEvent[]>>;

interface SeedOptions {
  readonly isCheck?: boolean;
  /** What comes after the lists have been asked for, and before they are there. */
  readonly meanwhile?: readonly AmiEvent[];
}

/** A kind of live state, kept by events and lists without an exchange; a second from event to event. */
export class Tracked<V> {
  readonly changes: Change<V>[] = [];
  readonly asked: string[] = [];
  /** How often a model has said that something may have changed unheard. */
  stale = 0;
  at = 0;
  readonly #models = new ModelSet();
  readonly #model: Model<V>;

  constructor(kind: Kind<Model<V>>) {
    this.#model = this.#models.use(kind).model;
    this.#models.context.onStale = () => this.stale++;
    this.#model.table.listener = { next: (change) => this.changes.push(change) };
  }

  take(...events: readonly (AmiEvent | readonly AmiEvent[])[]): this {
    for (const event of events.flat()) this.#models.take(event, (this.at += 1000));
    return this;
  }

  /** Reads lists, also those of the kinds that it builds on; one that is not given is refused. */
  seed(lists: Lists, { isCheck = false, meanwhile = [] }: SeedOptions = {}): this {
    const models = this.#models.actives.map(({ model }) => model);
    for (const { table } of models) table.record();
    let waiting = meanwhile;
    const ask$ = (name: string, fields: Readonly<Record<string, string>> = {}) =>
      defer(() => {
        this.take(waiting);
        waiting = [];
        const list = [name, ...Object.values(fields)].join(' ');
        this.asked.push(list);
        this.#models.context.take(isCheck ? 'check' : 'seed', this.at);
        return of(lists[list]);
      });
    for (const model of models) model.seed(ask$, isCheck).subscribe();
    for (const { table } of models) table.stopRecording();
    return this;
  }

  /** Looks for lost events; what differs is believed the second time. */
  check(lists: Lists, meanwhile: readonly AmiEvent[] = []): this {
    return this.seed(lists, { isCheck: true, meanwhile }).seed(lists, { isCheck: true });
  }

  get map(): ReadonlyMap<string, V> {
    return this.#model.table.map;
  }

  get(key: string): V | undefined {
    return this.map.get(key);
  }

  get keys(): string[] {
    return [...this.map.keys()];
  }

  get state(): V[] {
    return [...this.map.values()];
  }

  /** The changes so far in short. */
  get story(): string[] {
    return this.changes.map(({ type, key, cause }) =>
      [type, key, cause.type === 'event' ? cause.event.name : cause.type].join(' '),
    );
  }

  /** The changes so far in a word each. */
  told(word: (value: V) => string | undefined): string[] {
    return this.changes.map(({ key, value }) =>
      value === undefined ? `${key} gone` : `${key} ${String(word(value))}`,
    );
  }
}

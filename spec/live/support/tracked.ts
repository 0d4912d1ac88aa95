import { defer, of } from 'rxjs';
import type { Change } from '../../../lib/live/core/change.js';
import type { Kind, Model } from '../../../lib/live/core/model.js';
import { ModelSet } from '../../../lib/live/core/model-set.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { parse, parseEvent } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** The entries of a list in a recording. */
export function entriesOf(recording: string, name: string): AmiEvent[] {
  return parse([readTranscript(recording)])
    .messages.filter((message) => message instanceof AmiEvent)
    .filter((event) => event.name === name && event.actionId !== undefined);
}

/** An event written by hand. */
export function eventOf(name: string, fields: Readonly<Record<string, string>>): AmiEvent {
  const lines = Object.entries({ Event: name, ...fields }).map(
    ([key, value]) => `${key}: ${value}`,
  );
  return parseEvent(`${lines.join('\r\n')}\r\n\r\n`);
}

/** What a list answers: by its name, and the conference where it is of one. */
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
  /** How often the model has said that something may have changed unheard. */
  stale = 0;
  at = 0;
  readonly #models = new ModelSet();
  readonly #model: Model<V>;

  constructor(kind: Kind<Model<V>>) {
    this.#model = this.#models.use(kind).model;
    this.#models.context.onStale = () => this.stale++;
    this.#model.table.listener = { next: (change) => this.changes.push(change) };
  }

  take(...events: readonly AmiEvent[]): this {
    for (const event of events) this.#models.take(event, (this.at += 1000));
    return this;
  }

  /** Reads lists; one that is not given is refused. */
  seed(lists: Lists, { isCheck = false, meanwhile = [] }: SeedOptions = {}): this {
    this.#model.table.record();
    let waiting = meanwhile;
    const ask$ = (name: string, fields: Readonly<Record<string, string>> = {}) =>
      defer(() => {
        this.take(...waiting);
        waiting = [];
        const list = [name, ...Object.values(fields)].join(' ');
        this.asked.push(list);
        this.#models.context.take(isCheck ? 'check' : 'seed', this.at);
        return of(lists[list]);
      });
    this.#model.seed(ask$, isCheck).subscribe();
    this.#model.table.stopRecording();
    return this;
  }

  /** Looks for lost events; what differs is believed the second time. */
  check(lists: Lists): this {
    return this.seed(lists, { isCheck: true }).seed(lists, { isCheck: true });
  }

  get(key: string): V | undefined {
    return this.#model.table.get(key);
  }

  get keys(): string[] {
    return [...this.#model.table.map.keys()];
  }

  get state(): V[] {
    return [...this.#model.table.map.values()];
  }

  /** The changes so far in short. */
  get story(): string[] {
    return this.changes.map(({ type, key, cause }) =>
      [type, key, cause.type === 'event' ? cause.event.name : cause.type].join(' '),
    );
  }
}

import type { Kind, Model } from '../../../lib/live/core/model.js';
import { ModelSet } from '../../../lib/live/core/model-set.js';
import type { Change } from '../../../lib/live/core/change.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** The events of a recording that are news: not the entries of lists. */
export function newsOf(name: string): AmiEvent[] {
  return parse([readTranscript(name)])
    .messages.filter((message) => message instanceof AmiEvent)
    .filter((event) => !isListEntry(event));
}

function isListEntry(event: AmiEvent): boolean {
  const isNews = event.name === 'OriginateResponse' || event.name === 'UserEvent';
  return event.actionId !== undefined && !isNews;
}

/** A kind of live state, folded from events alone. */
export class Fold<V> {
  readonly changes: Change<V>[] = [];
  readonly #models = new ModelSet();
  readonly #table;
  #at = 0;

  constructor(kind: Kind<Model<V>>) {
    this.#table = this.#models.use(kind).model.table;
    this.#table.listener = {
      next: (change) => {
        this.changes.push(change);
      },
    };
  }

  /** Takes events, one each second. */
  take(events: readonly AmiEvent[]): this {
    for (const event of events) this.#models.take(event, (this.#at += 1000));
    return this;
  }

  get state(): V[] {
    return [...this.#table.map.values()];
  }
}

import { of } from 'rxjs';
import type { Change } from '../../../lib/live/core/change.js';
import type { Ask, Kind, Model } from '../../../lib/live/core/model.js';
import { ModelSet } from '../../../lib/live/core/model-set.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { AmiEvent as Event } from '../../../lib/wire/index.js';
import { parse, parseEvent } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** The lists of an exchange by their actions; what is missing is refused. */
export type Lists = Readonly<Record<string, readonly AmiEvent[]>>;

/** Gives each list at once. */
function answering(lists: Lists): Ask {
  return (action) => of(lists[action]);
}

/** A kind of live state, given lists and events by hand. */
export class Bench<V> {
  readonly changes: Change<V>[] = [];
  /** How often it was said that the lists should be looked at. */
  staleCount = 0;
  readonly #models = new ModelSet();
  readonly #table;

  constructor(kind: Kind<Model<V>>) {
    this.#table = this.#models.use(kind).model.table;
    this.#table.listener = {
      next: (change) => {
        this.changes.push(change);
      },
    };
    this.#models.context.onStale = () => {
      this.staleCount += 1;
    };
  }

  take(events: readonly AmiEvent[]): this {
    for (const event of events) this.#models.take(event, 1000);
    return this;
  }

  seed(lists: Lists): this {
    return this.#list(lists, 'seed');
  }

  /** Looks for lost events as often as it takes to believe it; events come after the lists are asked for. */
  check(lists: Lists, meanwhile: readonly AmiEvent[] = []): this {
    return this.#list(lists, 'check', meanwhile).#list(lists, 'check');
  }

  get state(): ReadonlyMap<string, V> {
    return this.#table.map;
  }

  /** The changes in a word each. */
  told(word: (value: V) => string | undefined): string[] {
    return this.changes.map(({ key, value }) =>
      value === undefined ? `${key} gone` : `${key} ${String(word(value))}`,
    );
  }

  #list(lists: Lists, type: 'seed' | 'check', meanwhile: readonly AmiEvent[] = []): this {
    const models = this.#models.actives.map(({ model }) => model);
    for (const { table } of models) table.record();
    this.take(meanwhile);
    this.#models.context.take(type, 1000);
    for (const model of models) model.seed(answering(lists), type === 'check').subscribe();
    for (const { table } of models) table.stopRecording();
    return this;
  }
}

/** Events, one a line: `PeerStatus | Peer: SIP/a | PeerStatus: Reachable`. */
export function eventsOf(text: string): AmiEvent[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => parseEvent(`Event: ${line.split(' | ').join('\r\n')}\r\n\r\n`));
}

/** The entries of lists in a recording, by the names of their actions. */
export function listsIn(recording: string, ...actions: string[]): Lists {
  const events = parse([readTranscript(recording)]).messages.filter((one) => one instanceof Event);
  const entriesOf = (action: string): AmiEvent[] =>
    events.filter(
      ({ name, actionId }) =>
        actionId?.replace(/-\d+$/, '') === action && !name.endsWith('Complete'),
    );
  return Object.fromEntries(actions.map((action) => [action, entriesOf(action)]));
}

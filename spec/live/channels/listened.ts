import { defer, ReplaySubject } from 'rxjs';
import { bridgeKind } from '../../../lib/live/bridges/bridge-model.js';
import { channelKind } from '../../../lib/live/channels/channel-model.js';
import type { Change } from '../../../lib/live/core/change.js';
import type { Ask, Kind, Model } from '../../../lib/live/core/model.js';
import { ModelSet } from '../../../lib/live/core/model-set.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { bridgeEntry, channelEntry } from './list-entries.js';

/** What the exchange lists, by the names of the actions; what is missing is refused. */
export type Lists = Readonly<Record<string, readonly AmiEvent[]>>;

/**
 * Live state kept by events and lists without an exchange, with all models that the kind builds on.
 * Lists come as they do from an exchange: in the order in which they were asked for, each once.
 */
export class Listened<V> {
  readonly changes: Change<V>[] = [];
  /** How often a model has said that something may have changed unheard. */
  stale = 0;
  at = 0;
  readonly #models = new ModelSet();
  readonly #table;

  /** @param stepMs - From one event to the next. */
  constructor(
    kind: Kind<Model<V>>,
    private readonly stepMs = 1000,
  ) {
    this.#table = this.#models.use(kind).model.table;
    this.#table.listener = { next: (change) => this.changes.push(change) };
    this.#models.context.onStale = () => {
      this.stale += 1;
    };
  }

  take(events: readonly AmiEvent[]): this {
    for (const event of events) this.#models.take(event, (this.at += this.stepMs));
    return this;
  }

  /** Reads all lists: the first time as a seed, then as after a lost session. */
  sync(lists: Lists, meanwhile: readonly AmiEvent[] = []): this {
    return this.#sync(lists, meanwhile, 'resync');
  }

  /** Looks for lost events, once. */
  check(lists: Lists, meanwhile: readonly AmiEvent[] = []): this {
    return this.#sync(lists, meanwhile, 'check');
  }

  get(key: string): V | undefined {
    return this.#table.get(key);
  }

  get keys(): string[] {
    return [...this.#table.map.keys()];
  }

  get state(): V[] {
    return [...this.#table.map.values()];
  }

  /** What an exchange would list that is as this state is. */
  get lists(): Record<'CoreShowChannels' | 'BridgeList', AmiEvent[]> {
    const channels = this.#models.find(channelKind)?.model.table.map.values() ?? [];
    const bridges = this.#models.find(bridgeKind)?.model.table.map.values() ?? [];
    return {
      CoreShowChannels: [...channels].map((channel) => channelEntry(channel, this.at)),
      BridgeList: [...bridges].map(bridgeEntry),
    };
  }

  #sync(lists: Lists, meanwhile: readonly AmiEvent[], type: 'resync' | 'check'): this {
    const { actives, context } = this.#models;
    const isCheck = type === 'check';
    const asked = new Map<string, ReplaySubject<readonly AmiEvent[] | undefined>>();
    function ask(name: string): ReturnType<Ask> {
      return defer(() => {
        const list$ = asked.get(name) ?? new ReplaySubject(1);
        asked.set(name, list$);
        return list$;
      });
    }
    for (const active of actives) active.startSync(isCheck);
    for (const { model } of actives) {
      model.seed(ask, isCheck).subscribe(() => {
        this.#models.settle();
      });
    }
    this.take(meanwhile);
    for (const [name, list$] of asked) {
      context.take(type, this.at);
      list$.next(lists[name]);
      list$.complete();
    }
    this.#models.settle();
    for (const active of actives) active.finishSync(context, this.at);
    return this;
  }
}

import { concat, forkJoin, map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import { readText } from '../core/read-value.js';
import { Tombstones } from '../core/tombstones.js';
import type { Bridge } from './bridge.js';
import { channelsByBridge, withChannels } from './channels-by-bridge.js';

/** The bridges of an exchange, and who is in them. */
export class BridgeModel implements Model<Bridge> {
  readonly table: EntityTable<Bridge>;
  readonly #context: Context;
  readonly #ended = new Tombstones();
  // In which bridge each channel is.
  readonly #places = new Map<string, string>();

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    BridgeCreate: (event) => {
      this.#ended.delete(event.get('BridgeUniqueid') ?? '');
      this.#take(event);
    },
    BridgeVideoSourceUpdate: (event) => {
      this.#take(event);
    },
    BridgeEnter: (event) => {
      const bridge = this.#take(event);
      const channel = event.get('Uniqueid');
      if (bridge === undefined || channel === undefined) return;
      this.#enter(bridge.id, ownText(channel), event.get('SwapUniqueid'));
    },
    BridgeLeave: (event) => {
      const bridge = this.#take(event);
      const channel = event.get('Uniqueid');
      if (bridge !== undefined && channel !== undefined) this.#leave(bridge.id, channel);
    },
    BridgeMerge: (event) => {
      const from = this.table.get(event.get('FromBridgeUniqueid'));
      const mergedInto = readText(event, 'ToBridgeUniqueid');
      if (from !== undefined) this.table.put(from.id, { ...from, mergedInto });
    },
    BridgeDestroy: (event) => {
      this.#remove(event.get('BridgeUniqueid') ?? '');
    },
    // A channel that is gone is in no bridge, whether its leave was heard of or not.
    Hangup: (event) => {
      const channel = event.get('Uniqueid');
      const bridge = channel === undefined ? undefined : this.#places.get(channel);
      if (channel !== undefined && bridge !== undefined) this.#leave(bridge, channel);
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    const bridges$ = ask('BridgeList');
    const channels$ = ask('CoreShowChannels');
    if (isCheck) {
      return forkJoin([bridges$, channels$]).pipe(
        map(([bridges, channels]) => {
          const inside = channelsByBridge(channels ?? []);
          this.#reconcile(bridges, isCheck, (bridge) =>
            channels === undefined ? bridge : withChannels(bridge, inside.get(bridge.id) ?? []),
          );
        }),
      );
    }
    // Each is taken in when it comes: what is known meanwhile is newer.
    return concat(
      bridges$.pipe(
        map((bridges) => {
          this.#reconcile(bridges, isCheck);
        }),
      ),
      channels$.pipe(
        map((channels) => {
          if (channels === undefined) return;
          const inside = channelsByBridge(channels);
          for (const [id, bridge] of [...this.table.map]) {
            this.#put(withChannels(bridge, inside.get(id) ?? []));
          }
        }),
      ),
    );
  }

  #reconcile(
    entries: readonly AmiEvent[] | undefined,
    isCheck: boolean,
    complete: (bridge: Bridge) => Bridge = (bridge) => bridge,
  ): void {
    if (entries === undefined) return;
    const listed = new Map(
      entries.map((entry) => [
        ownText(entry.get('BridgeUniqueid') ?? ''),
        (known: Bridge | undefined) => complete(this.#read(entry, known)),
      ]),
    );
    reconcile(this.table, listed, {
      isCheck,
      isOver: (id) => this.#ended.has(id),
      put: (_id, bridge) => {
        this.#put(bridge);
      },
      remove: (id) => {
        this.#remove(id);
      },
    });
  }

  /** Takes in what an event says of its bridge. */
  #take(event: AmiEvent): Bridge | undefined {
    const id = event.get('BridgeUniqueid');
    if (id === undefined || this.#ended.has(id)) return undefined;
    const known = this.table.get(id);
    const bridge = this.#read(event, known, this.#context.at);
    this.table.put(bridge.id, bridge);
    return bridge;
  }

  #read(event: AmiEvent, known: Bridge | undefined, startedAt?: number): Bridge {
    const videoSource = readText(event, 'BridgeVideoSource');
    const type = event.get('BridgeType') ?? '';
    const technology = event.get('BridgeTechnology') ?? '';
    if (
      known?.type === type &&
      known.technology === technology &&
      known.videoSource === videoSource
    ) {
      return known;
    }
    return {
      id: known?.id ?? ownText(event.get('BridgeUniqueid') ?? ''),
      type: ownText(type),
      technology: ownText(technology),
      creator: known?.creator ?? readText(event, 'BridgeCreator'),
      name: known?.name ?? readText(event, 'BridgeName'),
      channels: known?.channels ?? [],
      videoSource,
      startedAt: known === undefined ? startedAt : known.startedAt,
      mergedInto: known?.mergedInto,
    };
  }

  /** A channel that takes the place of another one takes its place in the order as well. */
  #enter(id: string, channel: string, swapped: string | undefined): void {
    const before = this.#places.get(channel);
    if (before === id) return;
    if (before !== undefined) this.#leave(before, channel);
    const bridge = this.table.get(id);
    if (bridge === undefined) return;
    this.#places.set(channel, id);
    const place = swapped === undefined ? -1 : bridge.channels.indexOf(swapped);
    const channels = [...bridge.channels];
    if (place < 0) channels.push(channel);
    else {
      channels[place] = channel;
      this.#places.delete(swapped ?? '');
    }
    this.table.put(id, { ...bridge, channels });
  }

  #leave(id: string, channel: string): void {
    const bridge = this.table.get(id);
    if (this.#places.get(channel) === id) this.#places.delete(channel);
    if (bridge?.channels.includes(channel) !== true) return;
    const channels = bridge.channels.filter((one) => one !== channel);
    this.table.put(id, { ...bridge, channels });
  }

  /** Replaces a bridge, and notes who is in it. */
  #put(bridge: Bridge): void {
    for (const channel of this.table.get(bridge.id)?.channels ?? []) {
      if (this.#places.get(channel) === bridge.id) this.#places.delete(channel);
    }
    for (const channel of bridge.channels) this.#places.set(channel, bridge.id);
    this.table.put(bridge.id, bridge);
  }

  #remove(id: string): void {
    const bridge = this.table.get(id);
    this.#ended.add(id, this.#context.at);
    for (const channel of bridge?.channels ?? []) {
      if (this.#places.get(channel) === id) this.#places.delete(channel);
    }
    this.table.delete(id);
  }
}

/** The kind of bridges. */
export const bridgeKind: Kind<BridgeModel> = {
  name: 'bridges',
  needs: [],
  create: (context) => new BridgeModel(context),
};

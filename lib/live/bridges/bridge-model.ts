import { forkJoin, map, merge } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { reconcile } from '../core/reconcile.js';
import { isNothing, readText } from '../core/read-value.js';
import { Tombstones } from '../core/tombstones.js';
import type { Bridge } from './bridge.js';
import { ChannelPlaces } from './channel-places.js';
import { channelsByBridge, inKnownOrder } from './channels-by-bridge.js';
import { readBridge } from './read-bridge.js';

/** The bridges of an exchange, and who is in them. */
export class BridgeModel implements Model<Bridge> {
  readonly table: EntityTable<Bridge>;
  readonly #context: Context;
  readonly #ended = new Tombstones();
  readonly #places = new ChannelPlaces();

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
      this.#take(event, (bridge, channel) => {
        this.#places.enter(bridge, channel, event.get('SwapUniqueid'));
      });
    },
    BridgeLeave: (event) => {
      this.#take(event, (bridge, channel) => {
        this.#places.leave(bridge, channel);
      });
    },
    BridgeMerge: (event) => {
      const from = this.table.get(event.get('FromBridgeUniqueid'));
      const mergedInto = readText(event, 'ToBridgeUniqueid');
      if (from === undefined || from.mergedInto === mergedInto) return;
      this.table.put(from.id, { ...from, mergedInto });
    },
    BridgeDestroy: (event) => {
      const id = readText(event, 'BridgeUniqueid');
      if (id !== undefined) this.#remove(id);
    },
    // A channel that is gone is in no bridge, whether its leave was heard of or not.
    Hangup: () => {
      const channel = this.#context.uniqueid;
      const bridge = this.#places.bridgeOf(channel);
      if (bridge === undefined) return;
      this.#places.leave(bridge, channel);
      this.#refresh(bridge);
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    const bridges$ = ask('BridgeList');
    const channels$ = ask('CoreShowChannels');
    if (isCheck) {
      return forkJoin([bridges$, channels$]).pipe(
        map(([bridges, channels]) => {
          this.#reconcile(bridges, channels, isCheck);
        }),
      );
    }
    // Each is taken in when it comes, in whatever order: what is heard meanwhile is newer.
    return merge(
      bridges$.pipe(
        map((bridges) => {
          this.#reconcile(bridges, undefined, isCheck);
        }),
      ),
      channels$.pipe(
        map((channels) => {
          if (channels !== undefined) this.#place(channelsByBridge(channels));
        }),
      ),
    );
  }

  #reconcile(
    bridges: readonly AmiEvent[] | undefined,
    channels: readonly AmiEvent[] | undefined,
    isCheck: boolean,
  ): void {
    if (bridges === undefined) return;
    const inside = channels === undefined ? undefined : channelsByBridge(channels);
    const listed = new Map<string, (known: Bridge | undefined) => Bridge>();
    for (const entry of bridges) {
      const id = readText(entry, 'BridgeUniqueid');
      if (id === undefined) continue;
      listed.set(id, (known) => {
        const placed = this.#places.inside(id);
        const there = inside === undefined ? placed : inKnownOrder(placed, inside.get(id) ?? []);
        return readBridge(id, entry, known, there);
      });
    }
    const left = new Set<string>();
    reconcile(this.table, listed, {
      isCheck,
      isOver: (id) => this.#ended.has(id),
      put: (id, bridge) => {
        for (const other of this.#fill(id, bridge.channels)) left.add(other);
        this.table.put(id, bridge);
      },
      remove: (id) => {
        this.#remove(id);
      },
    });
    // Not before: what is touched meanwhile is not compared any more.
    for (const id of left) this.#refresh(id);
  }

  /** Takes in who is where, also in bridges that are not known yet. */
  #place(inside: ReadonlyMap<string, readonly string[]>): void {
    for (const id of new Set([...this.#places.bridges, ...inside.keys()])) {
      if (this.#ended.has(id)) continue;
      const left = this.#fill(id, inKnownOrder(this.#places.inside(id), inside.get(id) ?? []));
      for (const one of [...left, id]) this.#refresh(one);
    }
  }

  /** Who is in a bridge is in no other any more: tells which those are. */
  #fill(id: string, channels: readonly string[]): string[] {
    const before = new Set(channels.map((channel) => this.#places.bridgeOf(channel)));
    this.#places.set(id, channels);
    return [...before].filter((other) => other !== undefined).filter((other) => other !== id);
  }

  /** Takes in what an event says of its bridge, and does what it says of a channel. */
  #take(event: AmiEvent, move?: (bridge: string, channel: string) => void): void {
    const known = this.table.get(event.get('BridgeUniqueid'));
    // As it is kept, it is found sooner.
    const id = known?.id ?? readText(event, 'BridgeUniqueid');
    if (id === undefined || (known === undefined && this.#ended.has(id))) return;
    const { uniqueid, at } = this.#context;
    if (move !== undefined && !isNothing(uniqueid)) {
      const before = this.#places.bridgeOf(uniqueid);
      move(id, uniqueid);
      if (before !== undefined && before !== id) this.#refresh(before);
    }
    this.table.put(id, readBridge(id, event, known, this.#places.inside(id), at));
  }

  /** Brings a bridge in line with who is in it. */
  #refresh(id: string): void {
    const bridge = this.table.get(id);
    const channels = this.#places.inside(id);
    if (bridge === undefined || bridge.channels === channels) return;
    this.table.put(id, { ...bridge, channels });
  }

  #remove(id: string): void {
    this.#ended.add(id, this.#context.at);
    this.#places.set(id, []);
    this.table.delete(id);
  }
}

/** The kind of bridges. */
export const bridgeKind: Kind<BridgeModel> = {
  name: 'bridges',
  needs: [],
  create: (context) => new BridgeModel(context),
};

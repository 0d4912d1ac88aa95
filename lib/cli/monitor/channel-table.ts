import type { Channel, Snapshot } from './channel.js';

// How many channels that have hung up are remembered, against events that come late.
const MAX_GONE = 1000;
const nobody: ReadonlySet<string> = new Set();

/** The channels that are up, by Uniqueid, by call and by bridge; and which calls have changed. */
export class ChannelTable {
  readonly #channels = new Map<string, Channel>();
  readonly #calls = new Map<string, Set<string>>();
  readonly #bridges = new Map<string, Set<string>>();
  readonly #gone = new Set<string>();
  #order = 0;
  #touched = new Set<string>();

  /** How many channels have been seen so far. */
  get order(): number {
    return this.#order;
  }

  /** All channels. */
  get all(): Iterable<Channel> {
    return this.#channels.values();
  }

  get(id: string | undefined): Channel | undefined {
    return id === undefined ? undefined : this.#channels.get(id);
  }

  /** The channels of a call, oldest first. */
  ofCall(linkedid: string): Channel[] {
    const channels = [...(this.#calls.get(linkedid) ?? nobody)].map((id) => this.get(id));
    return channels.filter((one) => one !== undefined).sort((a, b) => a.order - b.order);
  }

  /** The Uniqueids in a bridge. */
  inBridge(bridge: string | undefined): ReadonlySet<string> {
    return (bridge === undefined ? undefined : this.#bridges.get(bridge)) ?? nobody;
  }

  /** Takes in what an event says of a channel; a channel that has hung up stays away. */
  upsert(snapshot: Snapshot): Channel | undefined {
    const old = this.#channels.get(snapshot.id);
    if (old !== undefined) return this.patch(old, snapshot);
    if (this.#gone.has(snapshot.id)) return undefined;
    return this.#put({ ...snapshot, order: ++this.#order });
  }

  /** Changes something about a channel. */
  patch(old: Channel, change: Partial<Channel>): Channel {
    const keys = Object.keys(change) as (keyof Channel)[];
    if (keys.every((key) => old[key] === change[key])) return old;
    const next = { ...old, ...change };
    if (next.linkedid !== old.linkedid) this.#leave(this.#calls, old.linkedid, old.id);
    if (next.bridge !== old.bridge) {
      this.#leave(this.#bridges, old.bridge, old.id);
      this.#touchBridge(old.bridge);
    }
    return this.#put(next);
  }

  /** Takes a channel away for good. */
  remove(channel: Channel): void {
    this.#channels.delete(channel.id);
    this.#leave(this.#calls, channel.linkedid, channel.id);
    this.#leave(this.#bridges, channel.bridge, channel.id);
    this.#touchBridge(channel.bridge);
    this.#gone.add(channel.id);
    for (const oldest of this.#gone) {
      if (this.#gone.size <= MAX_GONE) break;
      this.#gone.delete(oldest);
    }
  }

  /** The calls that have changed since this was last asked. */
  takeTouched(): ReadonlySet<string> {
    const touched = this.#touched;
    if (touched.size > 0) this.#touched = new Set();
    return touched;
  }

  #put(channel: Channel): Channel {
    this.#channels.set(channel.id, channel);
    this.#join(this.#calls, channel.linkedid, channel.id);
    this.#touched.add(channel.linkedid);
    if (channel.bridge !== undefined) {
      this.#join(this.#bridges, channel.bridge, channel.id);
      this.#touchBridge(channel.bridge);
    }
    return channel;
  }

  #join(groups: Map<string, Set<string>>, key: string, id: string): void {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Set([id]));
    else group.add(id);
  }

  #leave(groups: Map<string, Set<string>>, key: string | undefined, id: string): void {
    if (key === undefined) return;
    if (groups === this.#calls) this.#touched.add(key);
    const group = groups.get(key);
    group?.delete(id);
    if (group?.size === 0) groups.delete(key);
  }

  /** Who is in a bridge matters to everybody in it; but not in a conference, which may be large. */
  #touchBridge(bridge: string | undefined): void {
    for (const id of this.inBridge(bridge)) {
      const channel = this.#channels.get(id);
      if (channel !== undefined && channel.room === undefined) this.#touched.add(channel.linkedid);
    }
  }
}

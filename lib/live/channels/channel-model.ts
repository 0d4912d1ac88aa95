import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import { keepSame } from '../core/keep-same.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import { readNumber, readText } from '../core/read-value.js';
import { Tombstones } from '../core/tombstones.js';
import { blockPrefixes } from './block-prefixes.js';
import type { Channel } from './channel.js';
import { listedChannels } from './listed-channels.js';
import { LocalHalves } from './local-halves.js';
import { newChannel, readApplication, updatedChannel } from './make-channel.js';
import { SnapshotReader } from './snapshot-reader.js';

/** Hears what happens to channels, before anybody else. */
export type ChannelWatcher = (channel: Channel | undefined, previous: Channel | undefined) => void;

const plain = new SnapshotReader();

/**
 * The channels of an exchange. Whatever event names a channel tells of it, so that a lost one is
 * made up for by the next.
 */
export class ChannelModel implements Model<Channel> {
  readonly table: EntityTable<Channel>;
  readonly #context: Context;
  readonly #ended = new Tombstones();
  readonly #halves = new LocalHalves();
  readonly #watchers: ChannelWatcher[] = [];

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    Newexten: this.#about((channel, event) => {
      const application = readApplication(event, 'AppData', channel.application);
      if (application !== channel.application) return { ...channel, application };
      // A channel that is sent elsewhere is told of with what it did before, and not of what follows.
      if (channel.place.extension !== undefined) this.#context.onStale(this);
      return channel;
    }),
    VarSet: this.#about((channel, event) => {
      const name = event.get('Variable');
      const value = event.get('Value') ?? '';
      if (name === undefined || channel.variables.get(name) === value) return channel;
      const variables = new Map(channel.variables).set(ownText(name), ownText(value));
      return { ...channel, variables };
    }),
    Rename: this.#about((channel, event) => {
      const name = readText(event, 'Newname');
      return name === undefined ? channel : { ...channel, name };
    }),
    Hold: this.#about((channel) => keepSame(channel, { ...channel, isHeld: true })),
    Unhold: this.#about((channel) => keepSame(channel, { ...channel, isHeld: false })),
    MusicOnHoldStart: this.#about((channel, event) => {
      const musicOnHold = readText(event, 'Class') ?? 'default';
      return keepSame(channel, { ...channel, musicOnHold });
    }),
    MusicOnHoldStop: this.#about((channel) =>
      keepSame(channel, { ...channel, musicOnHold: undefined }),
    ),
    BridgeEnter: this.#about((channel, event) => {
      const bridgeId = readText(event, 'BridgeUniqueid');
      return bridgeId === channel.bridgeId ? channel : { ...channel, bridgeId };
    }),
    // After a merge the leave of the old bridge may come behind the entry into the new one.
    BridgeLeave: this.#about((channel, event) =>
      channel.bridgeId !== undefined && channel.bridgeId === event.get('BridgeUniqueid')
        ? { ...channel, bridgeId: undefined, isHeld: false }
        : channel,
    ),
    Hangup: this.#about((channel, event) => {
      const code = readNumber(event, 'Cause') ?? 0;
      const ended = { ...channel, hangup: { code, text: readText(event, 'Cause-txt') } };
      this.#put(channel, ended);
      this.remove(channel.id);
      return ended;
    }),
  };

  readonly every: Handler = (event) => {
    if (event.name === 'UserEvent') return;
    const prefixes = blockPrefixes.get(event.name);
    if (prefixes === undefined) this.#takeBlock(event, plain, true);
    else for (const reader of prefixes) this.#takeBlock(event, reader, false);
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('CoreShowChannels').pipe(
      map((entries) => {
        if (entries === undefined) return;
        reconcile(this.table, listedChannels(entries, this.#context.at), {
          isCheck,
          isOver: (id) => this.#ended.has(id),
          put: (id, channel) => {
            this.#put(this.table.get(id), channel);
          },
          remove: (id) => {
            this.remove(id);
          },
        });
      }),
    );
  }

  /** Tells of each channel before and after each change. */
  watch(watcher: ChannelWatcher): void {
    this.#watchers.push(watcher);
  }

  /** Tells no more. */
  unwatch(watcher: ChannelWatcher): void {
    this.#watchers.splice(this.#watchers.indexOf(watcher), 1);
  }

  /** Takes a channel away for good. */
  remove(id: string): void {
    const channel = this.table.get(id);
    if (channel === undefined) return;
    this.#ended.add(id, this.#context.at);
    this.#halves.forget(channel);
    this.table.delete(id);
    for (const watcher of this.#watchers) watcher(undefined, channel);
  }

  /** @param isNews - Whether it is newer than what is known; else it only makes channels known. */
  #takeBlock(event: AmiEvent, reader: SnapshotReader, isNews: boolean): void {
    const start = reader.find(event);
    if (start >= 0) {
      this.#takeFrom(event, start, reader, isNews);
      return;
    }
    const rearranged = reader.rearrange(event);
    if (rearranged !== undefined) this.#takeFrom(rearranged, 1, reader, isNews);
  }

  #takeFrom(event: AmiEvent, start: number, reader: SnapshotReader, isNews: boolean): void {
    const id = reader.idAt(event, start);
    if (id === '') return;
    const known = this.table.get(id);
    if (known !== undefined) {
      if (!isNews || reader.isSame(event, start, known)) return;
      const next = updatedChannel(known, reader.read(event, start, known), this.#context.at);
      // It was taken out of the dialplan into a bridge, of which its application knows nothing.
      if (event.name === 'BridgeEnter' && next.place !== known.place) this.#context.onStale(this);
      this.#put(known, next);
    } else if (event.name === 'Newchannel' || !this.#ended.has(id)) {
      if (event.name === 'Hangup') {
        this.#ended.add(ownText(id), this.#context.at);
        return;
      }
      this.#ended.delete(id);
      this.#put(undefined, newChannel(ownText(id), reader.read(event, start), this.#context.at));
    }
  }

  /** A handler of events about one channel. */
  #about(change: (channel: Channel, event: AmiEvent) => Channel): Handler {
    return (event) => {
      const channel = this.table.get(event.get('Uniqueid'));
      if (channel === undefined) return;
      const changed = change(channel, event);
      if (this.table.get(channel.id) === channel) this.#put(channel, changed);
    };
  }

  #put(previous: Channel | undefined, channel: Channel): void {
    if (channel === previous) return;
    this.table.put(channel.id, channel, isElsewhere(channel, previous));
    for (const watcher of this.#watchers) watcher(channel, previous);
    if (previous === undefined) this.#join(channel);
    else if (previous.name !== channel.name) this.#halves.forget(previous);
  }

  #join(channel: Channel): void {
    const other = this.table.get(this.#halves.pair(channel));
    if (other === undefined) return;
    this.#put(channel, { ...channel, otherHalf: other.id });
    this.#put(other, { ...other, otherHalf: channel.id });
  }
}

/** Whether only that is new which no event tells for sure. */
function isElsewhere(channel: Channel, previous: Channel | undefined): boolean {
  if (previous === undefined) return false;
  const fields = Object.keys(channel) as (keyof Channel)[];
  return fields.every((field) => field === 'application' || channel[field] === previous[field]);
}

/** The kind of channels. */
export const channelKind: Kind<ChannelModel> = {
  name: 'channels',
  needs: [],
  create: (context) => new ChannelModel(context),
};

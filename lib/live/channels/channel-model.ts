import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import { readNumber, readText } from '../core/read-value.js';
import { Tombstones } from '../core/tombstones.js';
import { afterwords } from './afterwords.js';
import { blockPrefixes, dest, plain, withoutChannel } from './block-prefixes.js';
import type { Channel } from './channel.js';
import { isElsewhere } from './is-elsewhere.js';
import { listedChannels } from './listed-channels.js';
import { LocalHalves } from './local-halves.js';
import {
  having,
  newChannel,
  readApplication,
  updatedChannel,
  withVariable,
} from './make-channel.js';
import { SnapshotReader } from './snapshot-reader.js';

/** Hears what happens to channels, before anybody else. */
export type ChannelWatcher = (channel: Channel | undefined, previous: Channel | undefined) => void;

/**
 * The channels of an exchange. Almost whatever event names a channel tells of it, so that a
 * lost one is made up for by the next.
 */
export class ChannelModel implements Model<Channel> {
  readonly table: EntityTable<Channel>;
  readonly #context: Context;
  readonly #ended = new Tombstones();
  readonly #halves = new LocalHalves();
  readonly #watchers: ChannelWatcher[] = [];
  /** The channel that the present event is about, before it and as its block has it. */
  #before: Channel | undefined;
  #subject: Channel | undefined;
  #isHandled = false;

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    Newexten: this.#about((channel) => {
      const application = readApplication(this.#context, 'AppData', channel.application);
      // A channel that is sent elsewhere is told of with what it did before, and not of what follows.
      const isOld = application === channel.application && channel.place.extension !== undefined;
      if (isOld) this.#context.onStale(this);
      return having(channel, 'application', application);
    }, true),
    VarSet: this.#about((channel) => {
      const name = this.#context.get('Variable');
      const value = this.#context.get('Value') ?? '';
      if (name === undefined) return channel;
      const known = channel.variables.get(name);
      if (known === value) return channel;
      // The map keeps the name that it has.
      return withVariable(channel, known === undefined ? ownText(name) : name, ownText(value));
    }),
    Rename: this.#about((channel, event) => {
      const name = readText(event, 'Newname');
      return name === undefined ? channel : having(channel, 'name', name);
    }),
    Hold: this.#about((channel) => having(channel, 'isHeld', true)),
    Unhold: this.#about((channel) => having(channel, 'isHeld', false)),
    MusicOnHoldStart: this.#about((channel, event) => {
      return having(channel, 'musicOnHold', readText(event, 'Class') ?? 'default');
    }),
    MusicOnHoldStop: this.#about((channel) => having(channel, 'musicOnHold', undefined)),
    BridgeEnter: this.#about((channel, event) =>
      having(channel, 'bridgeId', readText(event, 'BridgeUniqueid')),
    ),
    // It may be in another one by now: after a merge, or by a list that is newer.
    BridgeLeave: this.#about((channel, event) => {
      const isThere = channel.bridgeId === event.get('BridgeUniqueid');
      const left = isThere ? having(channel, 'bridgeId', undefined) : channel;
      return having(left, 'isHeld', false);
    }),
    Hangup: (event) => {
      const code = readNumber(event, 'Cause') ?? 0;
      const hangup = { code, text: readText(event, 'Cause-txt') };
      this.#change((channel) => having(channel, 'hangup', hangup));
      this.remove(this.#context.uniqueid);
    },
  };

  every(name: string): Handler | undefined {
    if (name === 'UserEvent' || withoutChannel.has(name)) return undefined;
    const readers = blockPrefixes.get(name);
    const isHandled = Object.hasOwn(this.handlers, name);
    const blocks = (readers ?? [plain]).map((reader) => this.#block(reader, readers === undefined));
    const [first] = blocks;
    const take: Handler =
      blocks.length === 1 && first !== undefined
        ? first
        : (event) => {
            for (const block of blocks) block(event);
          };
    return (event) => {
      this.#before = this.#subject = undefined;
      this.#isHandled = isHandled;
      take(event);
    };
  }

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('CoreShowChannels').pipe(
      map((entries) => {
        if (entries === undefined) return;
        const added: string[] = [];
        reconcile(this.table, listedChannels(entries, this.#context.at), {
          isCheck,
          isOver: (id) => this.#ended.has(id),
          put: (id, channel) => {
            const known = this.table.get(id);
            this.#put(known, channel, isElsewhere(channel, known));
            if (known === undefined) added.push(id);
          },
          remove: (id) => {
            this.remove(id);
          },
        });
        // Not before: what is touched meanwhile is not compared any more.
        for (const id of added) this.#join(this.table.get(id));
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

  /**
   * Takes in one block of the events of a name.
   *
   * @param isNews - Whether it is newer than what is known; else it only makes channels known.
   */
  #block(reader: SnapshotReader, isNews: boolean): Handler {
    // Events of one name have the block in one place.
    let start = -1;
    return (event) => {
      start = reader.find(event, start);
      if (start >= 0) {
        if (reader === plain) this.#context.rest = start + reader.length;
        this.#takeFrom(event, start, reader, isNews);
        return;
      }
      const rearranged = reader.rearrange(event);
      if (rearranged !== undefined) this.#takeFrom(rearranged, 1, reader, isNews);
    };
  }

  #takeFrom(event: AmiEvent, start: number, reader: SnapshotReader, isNews: boolean): void {
    const id = reader.idAt(event, start);
    if (id === '') return;
    const known = this.table.get(id);
    if (known !== undefined) {
      if (reader === plain) this.#context.uniqueid = known.id;
      else if (reader === dest) this.#context.destUniqueid = known.id;
      if (!isNews) return;
      const next = updatedChannel(known, reader.read(event, start, known), this.#context.at);
      // It was taken out of the dialplan into a bridge, of which its application knows nothing.
      if (event.name === 'BridgeEnter' && next.place !== known.place) this.#context.onStale(this);
      if (reader === plain && this.#isHandled) {
        // What its handler adds is part of the same change.
        this.#before = known;
        this.#subject = next;
      } else this.#put(known, next);
    } else if (event.name === 'Newchannel' || !this.#ended.has(id)) {
      if (afterwords.has(event.name)) return;
      if (event.name === 'Hangup') {
        this.#ended.add(ownText(id), this.#context.at);
        return;
      }
      this.#ended.delete(id);
      this.#put(undefined, newChannel(ownText(id), reader.read(event, start), this.#context.at));
      this.#join(this.table.get(id));
    }
  }

  /**
   * A handler of events about one channel.
   *
   * @param isPolled - Whether it changes only what no event tells for sure.
   */
  #about(change: (channel: Channel, event: AmiEvent) => Channel, isPolled = false): Handler {
    return (event) => {
      this.#change((channel) => change(channel, event), isPolled);
    };
  }

  #change(change: (channel: Channel) => Channel, isPolled = false): void {
    const known = this.#before ?? this.table.get(this.#context.uniqueid);
    if (known === undefined) return;
    const channel = this.#subject ?? known;
    this.#put(known, change(channel), isPolled && channel === known);
  }

  #put(previous: Channel | undefined, channel: Channel, isPolled = false): void {
    if (channel === previous) return;
    this.table.put(channel.id, channel, isPolled);
    for (const watcher of this.#watchers) watcher(channel, previous);
    if (previous !== undefined && previous.name !== channel.name) this.#halves.forget(previous);
  }

  /** A new channel and its other half, if that is known, learn of each other. */
  #join(channel: Channel | undefined): void {
    if (channel === undefined) return;
    const other = this.table.get(this.#halves.pair(channel));
    if (other === undefined) return;
    this.#put(channel, having(channel, 'otherHalf', other.id));
    this.#put(other, having(other, 'otherHalf', channel.id));
  }
}

/** The kind of channels. */
export const channelKind: Kind<ChannelModel> = {
  name: 'channels',
  needs: [],
  create: (context) => new ChannelModel(context),
};

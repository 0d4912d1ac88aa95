import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import { readDuration, readNumber, readText } from '../core/read-value.js';
import { Tombstones } from '../core/tombstones.js';
import type { Application, Channel } from './channel.js';
import { blockPrefixes } from './block-prefixes.js';
import { SnapshotReader } from './snapshot-reader.js';
import type { Snapshot } from './snapshot-reader.js';

/** Hears what happens to channels, before anybody else. */
export type ChannelWatcher = (channel: Channel | undefined, previous: Channel | undefined) => void;

const noVariables: ReadonlyMap<string, string> = new Map();
const plain = new SnapshotReader();

/**
 * The channels of an exchange. Whatever event names a channel tells of it, so that a lost one is
 * made up for by the next.
 */
export class ChannelModel implements Model<Channel> {
  readonly table: EntityTable<Channel>;
  readonly #context: Context;
  readonly #ended = new Tombstones();
  readonly #watchers: ChannelWatcher[] = [];

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    Newexten: this.#about((channel, event) => {
      const application = readApplication(event, 'AppData', channel.application);
      return application === channel.application ? channel : { ...channel, application };
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
    Hold: this.#about((channel) => ({ ...channel, isHeld: true })),
    Unhold: this.#about((channel) => ({ ...channel, isHeld: false })),
    MusicOnHoldStart: this.#about((channel, event) => ({
      ...channel,
      musicOnHold: readText(event, 'Class') ?? 'default',
    })),
    MusicOnHoldStop: this.#about((channel) => ({ ...channel, musicOnHold: undefined })),
    BridgeEnter: this.#about((channel, event) => {
      const bridgeId = readText(event, 'BridgeUniqueid');
      return bridgeId === channel.bridgeId ? channel : { ...channel, bridgeId };
    }),
    // After a merge the leave of the old bridge may come behind the entry into the new one.
    BridgeLeave: this.#about((channel, event) =>
      channel.bridgeId === event.get('BridgeUniqueid')
        ? { ...channel, bridgeId: undefined, isHeld: false }
        : channel,
    ),
    LocalBridge: (event) => {
      const one = event.get('LocalOneUniqueid');
      const two = event.get('LocalTwoUniqueid');
      this.#join(one, two);
      this.#join(two, one);
    },
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
    if (prefixes === undefined) this.#takeBlock(event, plain);
    else for (const reader of prefixes) this.#takeBlock(event, reader);
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('CoreShowChannels').pipe(
      map((entries) => {
        if (entries === undefined) return;
        reconcile(this.table, listEntries(entries, (entry, known) => this.#listed(entry, known)), {
          isCheck,
          put: (id, channel) => {
            this.#put(this.table.get(id), channel);
          },
          remove: (id) => {
            this.remove(id);
          },
        });
        this.#joinHalves();
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
    this.table.delete(id);
    for (const watcher of this.#watchers) watcher(undefined, channel);
  }

  #takeBlock(event: AmiEvent, reader: SnapshotReader): void {
    const start = reader.find(event);
    if (start >= 0) {
      this.#takeFrom(event, start, reader);
      return;
    }
    const rearranged = reader.rearrange(event);
    if (rearranged !== undefined) this.#takeFrom(rearranged, 1, reader);
  }

  #takeFrom(event: AmiEvent, start: number, reader: SnapshotReader): void {
    const id = reader.idAt(event, start);
    const known = this.table.get(id);
    if (known !== undefined) {
      if (reader.isSame(event, start, known)) return;
      this.#put(known, this.#updated(known, reader.read(event, start, known)));
    } else if (event.name === 'Newchannel' || !this.#ended.has(id)) {
      this.#ended.delete(id);
      if (event.name === 'Hangup') return;
      this.#put(undefined, this.#made(ownText(id), reader.read(event, start), this.#context.at));
    }
  }

  #made(id: string, snapshot: Snapshot, startedAt: number): Channel {
    return {
      id,
      ...snapshot,
      application: undefined,
      bridgeId: undefined,
      otherHalf: undefined,
      variables: noVariables,
      isHeld: false,
      musicOnHold: undefined,
      startedAt,
      answeredAt: undefined,
      hangup: undefined,
    };
  }

  #updated(known: Channel, snapshot: Snapshot): Channel {
    const isAnswered = snapshot.state === 'up' && known.state !== 'up';
    return {
      ...known,
      ...snapshot,
      answeredAt: known.answeredAt ?? (isAnswered ? this.#context.at : undefined),
    };
  }

  /** What an entry of the list says of a channel. */
  #listed(entry: AmiEvent, known: Channel | undefined): Channel {
    const start = plain.find(entry);
    const startedAt = this.#context.at - (readDuration(entry, 'Duration') ?? 0);
    const application = readApplication(entry, 'ApplicationData', known?.application);
    const bridgeId = readText(entry, 'BridgeId');
    const isSame =
      known !== undefined &&
      plain.isSame(entry, start, known) &&
      application === known.application &&
      bridgeId === known.bridgeId;
    if (isSame) return known;
    const snapshot = plain.read(entry, start, known);
    const id = ownText(plain.idAt(entry, start));
    const channel =
      known === undefined
        ? this.#made(id, snapshot, startedAt)
        : this.#updated(known, snapshot);
    return { ...channel, application, bridgeId };
  }

  /** Local channels that were there already are told apart from their names: `…;1` and `…;2`. */
  #joinHalves(): void {
    const byName = new Map<string, Channel>();
    for (const channel of this.table.map.values()) {
      if (channel.otherHalf === undefined && /;[12]$/.test(channel.name)) {
        byName.set(channel.name, channel);
      }
    }
    for (const [name, one] of byName) {
      const two = byName.get(`${name.slice(0, -1)}${name.endsWith('1') ? '2' : '1'}`);
      this.#join(one.id, two?.id);
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
    this.table.put(channel.id, channel);
    for (const watcher of this.#watchers) watcher(channel, previous);
  }

  #join(id: string | undefined, otherHalf: string | undefined): void {
    const channel = this.table.get(id);
    const other = this.table.get(otherHalf);
    if (channel === undefined || other === undefined) return;
    if (channel.otherHalf !== other.id) this.#put(channel, { ...channel, otherHalf: other.id });
  }
}

/** The entries of the list by Uniqueid; what is no channel is left out. */
function listEntries(
  entries: readonly AmiEvent[],
  merge: (entry: AmiEvent, known: Channel | undefined) => Channel,
): Map<string, (known: Channel | undefined) => Channel> {
  const listed = new Map<string, (known: Channel | undefined) => Channel>();
  for (const entry of entries) {
    const whole = plain.find(entry) < 0 ? withBlock(entry) : entry;
    if (whole === undefined) continue;
    const id = ownText(whole.get('Uniqueid') ?? '');
    listed.set(id, (known) => merge(whole, known));
  }
  return listed;
}

/** An entry in which the fields of the channel are together. */
function withBlock(entry: AmiEvent): AmiEvent | undefined {
  const block = plain.rearrange(entry);
  return block === undefined ? undefined : new AmiEvent([...block.lines, ...entry.lines.slice(1)]);
}

function readApplication(
  event: AmiEvent,
  dataField: string,
  known: Application | undefined,
): Application | undefined {
  const name = event.get('Application') ?? '';
  const data = event.get(dataField) ?? '';
  if (name === '') return undefined;
  if (known?.name === name && known.data === data) return known;
  return { name: ownText(name), data: ownText(data) };
}

/** The kind of channels. */
export const channelKind: Kind<ChannelModel> = {
  name: 'channels',
  needs: [],
  create: (context) => new ChannelModel(context),
};

import { forkJoin, map } from 'rxjs';
import type { Observable } from 'rxjs';
import { bridgeKind } from '../bridges/bridge-model.js';
import type { BridgeModel } from '../bridges/bridge-model.js';
import { channelKind } from '../channels/channel-model.js';
import type { ChannelModel } from '../channels/channel-model.js';
import type { Channel } from '../channels/channel.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import type { Call } from './call.js';
import { CallRecord } from './call-record.js';
import { isSameCall } from './is-same-call.js';
import { dialHandlers } from './dial-handlers.js';
import { placeHandlers } from './place-handlers.js';
import { queueHandlers } from './queue-handlers.js';
import { readPlace } from './read-place.js';
import type { Surroundings } from './talk-groups.js';

/** Channels that Asterisk makes for itself: announcers, recorders and the like. */
const INTERNAL = /^(?:CBAnn|CBRec|Announcer|Recorder|Surrogate|Message|Snoop)\//;

const INITIALS = 'CARSM';

/** The calls of an exchange: its channels, put together by Linkedid. */
export class CallModel implements Model<Call> {
  readonly table: EntityTable<Call>;
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly #context: Context;
  readonly #channels: ChannelModel;
  readonly #bridges: BridgeModel;
  readonly #around: Surroundings;
  // Under which call a Linkedid is kept.
  readonly #byLinkedid = new Map<string, CallRecord>();
  readonly #byChannel = new Map<string, CallRecord>();
  readonly #touched = new Set<CallRecord>();
  readonly #touchedBridges = new Set<string>();

  constructor(context: Context, channels: ChannelModel, bridges: BridgeModel) {
    this.#context = context;
    this.#channels = channels;
    this.#bridges = bridges;
    this.table = new EntityTable(context);
    this.#around = {
      channel: (id) => channels.table.get(id),
      bridge: (id) => bridges.table.get(id),
    };
    const touch = this.#touch.bind(this);
    this.handlers = {
      ...dialHandlers(touch, context),
      ...queueHandlers(touch, context),
      ...placeHandlers(touch, context, this.#around),
    };
    channels.watch(this.#follow);
  }

  /** A call has no list: it is what the channels and bridges say, once they have taken in theirs. */
  seed(ask: Ask): Observable<unknown> {
    return forkJoin([ask('CoreShowChannels'), ask('BridgeList')]).pipe(
      map(() => {
        this.#takeChannels();
        // Of who is in a bridge by its list, no event has told.
        for (const record of new Set(this.#byChannel.values())) {
          if (!record.isUpToDate(this.#around)) this.#touched.add(record);
        }
      }),
    );
  }

  #takeChannels(): void {
    for (const channel of this.#channels.table.map.values()) {
      if (this.#byChannel.has(channel.id)) continue;
      this.#follow(channel, undefined);
      const record = this.#byChannel.get(channel.id);
      if (record !== undefined) readPlace(channel, record, this.#context.at);
    }
  }

  settle(): void {
    if (this.#touchedBridges.size > 0) this.#touchWhoIsIn();
    if (this.#touched.size === 0) return;
    for (const record of this.#touched) {
      // A call that takes over another one is renewed once more.
      this.#touched.delete(record);
      this.#renew(record);
    }
  }

  dispose(): void {
    this.#channels.unwatch(this.#follow);
  }

  readonly #follow = (channel: Channel | undefined, previous: Channel | undefined): void => {
    if (channel === undefined) {
      if (previous !== undefined) this.#drop(previous);
      return;
    }
    const { isListing, at } = this.#context;
    if (previous !== undefined && !isListing && !concernsCalls(channel, previous)) return;
    if (isInternal(channel.name)) return;
    let record = this.#byChannel.get(channel.id);
    if (record === undefined || channel.linkedid !== previous?.linkedid) {
      record = this.#place(channel, record);
    }
    record.take(channel);
    if (isListing) readPlace(channel, record, at);
    this.#touched.add(record);
    if (channel.bridgeId !== previous?.bridgeId || channel.otherHalf !== previous?.otherHalf) {
      this.#touchBridge(channel.bridgeId);
      this.#touchBridge(previous?.bridgeId);
      this.#touchBridge(this.#around.channel(channel.otherHalf)?.bridgeId);
    }
  };

  /** Finds the call that a channel belongs to now, and brings calls together that have become one. */
  #place(channel: Channel, from: CallRecord | undefined): CallRecord {
    const { linkedid } = channel;
    const known = this.#byLinkedid.get(linkedid);
    if (from === undefined) {
      const record = known ?? this.#begin(channel);
      this.#byChannel.set(channel.id, record);
      return record;
    }
    if (known === from) return from;
    if (known === undefined && this.#goesOnAs(linkedid, from)) {
      this.#byLinkedid.set(linkedid, from);
      from.linkedids.push(linkedid);
      return from;
    }
    const to = known ?? this.#begin(channel);
    from.release(channel, to);
    from.movedTo = to;
    this.#byChannel.set(channel.id, to);
    this.#touched.add(from);
    this.#touched.add(to);
    return to;
  }

  /**
   * Whether a Linkedid that no call has is another name of a call. By events it is. By a list it may
   * be that of a call that began unseen, with channels that are yet to be listed.
   */
  #goesOnAs(linkedid: string, call: CallRecord): boolean {
    if (!this.#context.isListing) return true;
    return [...call.channels.keys()].every(
      (id) => this.#channels.table.get(id)?.linkedid === linkedid,
    );
  }

  #begin(channel: Channel): CallRecord {
    const record = new CallRecord(channel.linkedid, channel, this.#context.at);
    this.#byLinkedid.set(channel.linkedid, record);
    return record;
  }

  #merge(from: CallRecord, to: CallRecord): void {
    to.absorb(from, this.#context.at);
    from.mergedWith = to;
    for (const linkedid of from.linkedids.splice(0)) {
      to.linkedids.unshift(linkedid);
      this.#byLinkedid.set(linkedid, to);
    }
    this.#touched.add(to);
  }

  #drop(channel: Channel): void {
    const record = this.#byChannel.get(channel.id);
    if (record === undefined) return;
    const { at, isListing, seenAt } = this.#context;
    record.drop(channel, at, isListing ? (seenAt ?? at) : undefined);
    this.#byChannel.delete(channel.id);
    this.#touched.add(record);
    this.#touchBridge(channel.bridgeId);
  }

  #touch(channelId: string | undefined): CallRecord | undefined {
    const record = channelId === undefined ? undefined : this.#byChannel.get(channelId);
    if (record !== undefined) this.#touched.add(record);
    return record;
  }

  #touchBridge(id: string | undefined): void {
    if (id !== undefined) this.#touchedBridges.add(id);
  }

  /** Who is in a bridge matters to everybody in it, and to those behind Local channels in it. */
  #touchWhoIsIn(): void {
    for (const id of this.#touchedBridges) {
      for (const channelId of this.#bridges.table.get(id)?.channels ?? []) {
        this.#touch(channelId);
        const otherHalf = this.#channels.table.get(channelId)?.otherHalf;
        this.#touch(otherHalf);
      }
    }
    this.#touchedBridges.clear();
  }

  #renew(record: CallRecord): void {
    const { at } = this.#context;
    const isOver = record.channels.size === 0;
    // What is left of a call that has become part of another one is not the end of a call.
    const heir = record.heir;
    if (isOver && heir !== undefined) this.#merge(record, heir);
    if (isOver && record.mergedWith === undefined) record.note('ended', at);
    const known = this.table.get(record.id);
    const call = record.build(this.#context, this.#around);
    if (known === undefined || !isSameCall(known, call)) this.table.put(record.id, call);
    if (!isOver) return;
    this.table.delete(record.id);
    for (const linkedid of record.linkedids) this.#byLinkedid.delete(linkedid);
  }
}

/** Most names are told by their first letter, in a tenth of the time. */
function isInternal(name: string): boolean {
  return INITIALS.includes(name.charAt(0)) && INTERNAL.test(name);
}

/** Whether a change of a channel is one of its call. */
function concernsCalls(a: Channel, b: Channel): boolean {
  return (
    a.state !== b.state ||
    a.bridgeId !== b.bridgeId ||
    a.caller !== b.caller ||
    a.name !== b.name ||
    a.isHeld !== b.isHeld ||
    a.otherHalf !== b.otherHalf ||
    a.linkedid !== b.linkedid ||
    a.hangup !== b.hangup
  );
}

/** The kind of calls. */
export const callKind: Kind<CallModel> = {
  name: 'calls',
  needs: [channelKind, bridgeKind],
  create: (context, modelOf) => new CallModel(context, modelOf(channelKind), modelOf(bridgeKind)),
};

import type { Channel, HangupCause, Party } from '../channels/channel.js';
import type { Context } from '../core/context.js';
import { appended } from './appended.js';
import type { Call, CallState, ParkingPlace, Pickup, QueueVisit, Transfer } from './call.js';
import { resultOf } from './call-outcome.js';
import { Callee } from './callee.js';
import { CALLER_WEIGHT, hangupWeight } from './leg.js';
import { isOpen, statusAtHangup } from './dial.js';
import { Dials } from './dials.js';
import { Legs } from './legs.js';
import { Talk } from './talk.js';
import { isSameGroups, talkGroups } from './talk-groups.js';
import type { Surroundings } from './talk-groups.js';
import { mergeTimelines } from './timeline.js';
import type { TimelineEntry, TimelineType } from './timeline.js';

const MAX_TIMELINE = 200;
const MAX_EVENTS = 50;

const nobody: Party = { number: undefined, name: undefined };

/** All that is known of a call, on the way to its next value. */
export class CallRecord {
  /** The Linkedids that it has had, the present one last. */
  readonly linkedids: string[];
  startedAt: number;
  direction: Call['direction'];
  caller: Party = nobody;
  /** The channels that are up, as they were when the call last changed by them. */
  readonly channels = new Map<string, Channel>();
  readonly dials = new Dials();
  queue: QueueVisit | undefined;
  conference: string | undefined;
  parking: ParkingPlace | undefined;
  transfers: readonly Transfer[] = [];
  pickups: readonly Pickup[] = [];
  /** Who talks with the exchange's recorder. */
  readonly recorded = new Set<string>();
  hangup: HangupCause | undefined;
  /** The call that it has become part of, for good. */
  mergedWith: CallRecord | undefined;
  /** Where a channel of it has gone. */
  movedTo: CallRecord | undefined;
  readonly callee = new Callee();
  readonly talk = new Talk();
  /** When somebody gave up in a parking lot. */
  givenUpAt: number | undefined;
  /** When any channel was first answered. */
  upAt: number | undefined;
  timeline: readonly TimelineEntry[] = [];
  readonly #legs = new Legs();
  #hangupWeight = 0;
  #lastSeenAt: number | undefined;
  #changedAt = -Infinity;
  #state: CallState = 'dialing';

  constructor(
    readonly id: string,
    channel: Channel,
    at: number,
  ) {
    this.linkedids = [channel.linkedid];
    this.startedAt = channel.startedAt;
    // What begins now tells by its state who began it.
    if (channel.startedAt === at && channel.state === 'ring') this.direction = 'inbound';
    if (channel.startedAt === at && channel.state === 'down') this.direction = 'outbound';
    this.note('started', channel.startedAt, channel.id);
  }

  get linkedid(): string {
    return this.linkedids.at(-1) ?? this.id;
  }

  /** The call that its channels have gone to, if that is still up. */
  get heir(): CallRecord | undefined {
    let heir = this.movedTo;
    // Only what is over has been merged, so that this comes to an end.
    while (heir?.channels.size === 0) heir = heir.mergedWith;
    return heir;
  }

  /** Takes in how a channel of it is now. */
  take(channel: Channel): void {
    this.channels.set(channel.id, channel);
    this.startedAt = Math.min(this.startedAt, channel.startedAt);
    if (channel.state === 'up') this.upAt ??= channel.answeredAt ?? channel.startedAt;
    const isCaller = channel.id === this.linkedid || this.caller === nobody;
    if (isCaller) this.caller = channel.caller;
    this.#legs.take(channel);
  }

  /** A channel has gone; of one that is missed, until when it was there. */
  drop(channel: Channel, endedAt: number, lastSeenAt: number | undefined): void {
    this.channels.delete(channel.id);
    this.#lastSeenAt = lastSeenAt && Math.max(lastSeenAt, this.#changedAt);
    this.recorded.delete(channel.id);
    this.dials.members.delete(channel.id);
    this.#legs.drop(channel, endedAt);
    const weight = hangupWeight(channel, this.linkedid);
    if (weight > this.#hangupWeight) this.hangup = channel.hangup;
    this.#hangupWeight = Math.max(weight, this.#hangupWeight);
    if (this.parking?.channelId === channel.id) this.giveUp(endedAt);
    const { queue } = this;
    if (queue?.channelId === channel.id && queue.leftAt === undefined) {
      this.queue = { ...queue, leftAt: endedAt, isAbandoned: queue.agent === undefined };
    }
    this.dials.change(
      (dial) => isOpen(dial) && (dial.to === channel.id || dial.from === channel.id),
      (dial) => {
        const status = statusAtHangup(dial, channel);
        this.note('dial-ended', endedAt, dial.to, status);
        return { ...dial, status, endedAt };
      },
    );
  }

  /** A channel has become part of another call; what is about it alone goes with it. */
  release(channel: Channel, to: CallRecord): void {
    this.channels.delete(channel.id);
    this.#legs.release(channel.id);
    if (this.recorded.delete(channel.id)) to.recorded.add(channel.id);
    this.dials.release(channel.id, to.dials);
    if (this.queue?.channelId === channel.id) {
      to.queue ??= this.queue;
      this.queue = undefined;
    }
    if (this.parking?.channelId === channel.id) {
      to.parking ??= this.parking;
      this.parking = undefined;
    }
  }

  /** Takes over the past of a call that has become part of this one. */
  absorb(other: CallRecord, at: number): void {
    this.startedAt = Math.min(this.startedAt, other.startedAt);
    this.direction ??= other.direction;
    this.#legs.absorb(other.#legs);
    this.dials.absorb(other.dials);
    this.queue ??= other.queue;
    this.conference ??= other.conference;
    this.parking ??= other.parking;
    this.givenUpAt ??= other.givenUpAt;
    this.transfers = [...this.transfers, ...other.transfers].slice(-MAX_EVENTS);
    this.pickups = [...this.pickups, ...other.pickups].slice(-MAX_EVENTS);
    this.upAt = this.upAt ?? other.upAt;
    this.talk.absorb(other.talk, at);
    this.callee.absorb(other.callee);
    this.timeline = mergeTimelines(this.timeline, other.timeline);
    this.note('merged', at, undefined, other.id);
  }

  note(type: TimelineType, at: number, channelId?: string, detail?: string): void {
    this.timeline = appended(this.timeline, { at, type, channelId, detail }, MAX_TIMELINE);
  }

  addTransfer(transfer: Transfer): void {
    this.transfers = appended(this.transfers, transfer, MAX_EVENTS);
  }

  addPickup(pickup: Pickup): void {
    this.pickups = appended(this.pickups, pickup, MAX_EVENTS);
    this.callee.take(pickup);
  }

  /** Who is parked has hung up. */
  giveUp(at: number): void {
    this.note('abandoned', at, this.parking?.channelId, this.parking?.space);
    this.parking = undefined;
    this.givenUpAt = at;
  }

  /** Who talks is not parked, though no event has told that he was fetched. */
  #fetch(at: number): void {
    const { parking, talk } = this;
    if (parking === undefined || !talk.groups.some((ids) => ids.includes(parking.channelId)))
      return;
    this.note('unparked', at, parking.channelId, parking.space);
    this.parking = undefined;
  }

  /** Whether those who hear each other are those who are known to. */
  isUpToDate(around: Surroundings): boolean {
    return isSameGroups(talkGroups(this.channels.values(), around), this.talk.groups);
  }

  /** Its next value. */
  build({ at, isListing }: Context, around: Surroundings): Call {
    const { talk, callee } = this;
    talk.take(talkGroups(this.channels.values(), around), this.#legs.isHeld, at, (type) => {
      this.note(type, at);
    });
    const isOver = this.channels.size === 0;
    const isEnded = isOver && this.mergedWith === undefined;
    if (!isOver) callee.update(this, at);
    if (isListing) this.#fetch(at);
    // What has become part of another call stays as it was.
    if (this.channels.size > 0) {
      this.#state = this.#stateNow();
      this.#changedAt = at;
    } else if (isEnded) {
      this.#state = 'ended';
    }
    const hasTargets =
      this.queue !== undefined || this.dials.list.some(({ from }) => from !== undefined);
    return {
      id: this.id,
      linkedid: this.linkedid,
      state: this.#state,
      direction: this.direction,
      caller: this.caller,
      callee: callee.party,
      legs: this.#legs.all,
      talking: talk.groups,
      dials: this.dials.list,
      queue: this.queue,
      conference: this.conference,
      parking: this.parking,
      transfers: this.transfers,
      pickups: this.pickups,
      isRecorded: this.recorded.size > 0,
      startedAt: this.startedAt,
      answeredAt: talk.firstAt ?? (hasTargets ? undefined : this.upAt),
      answer: callee.answer,
      endedAt: isEnded ? at : undefined,
      lastSeenAt: isEnded ? this.#lastSeenAt : undefined,
      talkMs: talk.talkMs,
      talkingSince: talk.since,
      heldMs: talk.heldMs,
      heldSince: talk.heldSince,
      result: isEnded ? resultOf(this) : undefined,
      // While the caller may be there, it is that of somebody else.
      hangup: isOver || this.#hangupWeight === CALLER_WEIGHT ? this.hangup : undefined,
      mergedInto: this.mergedWith?.id,
      timeline: this.timeline,
    };
  }

  #stateNow(): CallState {
    if (this.parking !== undefined) return 'parked';
    if (this.talk.groups.length > 0) return this.talk.isHeld ? 'held' : 'up';
    if (this.queue !== undefined && this.queue.leftAt === undefined) return 'queued';
    const open = this.dials.list.filter(isOpen);
    if (open.some(({ status }) => status === 'ringing')) return 'ringing';
    if (this.#legs.hasState('ringing')) return 'ringing';
    if (open.length > 0) return 'dialing';
    return this.#legs.hasState('up') ? 'up' : 'dialing';
  }
}

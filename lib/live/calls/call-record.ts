import type { Channel, HangupCause, Party } from '../channels/channel.js';
import { appended } from './appended.js';
import type { Call, CallState, ParkingPlace, Pickup, QueueVisit, Transfer } from './call.js';
import { resultOf } from './call-outcome.js';
import { calleeOf } from './callee.js';
import { isOpen, statusAtHangup } from './dial.js';
import type { Dial } from './dial.js';
import { Legs } from './legs.js';
import { isSameGroups, talkGroups } from './talk-groups.js';
import type { Surroundings } from './talk-groups.js';
import { mergeTimelines } from './timeline.js';
import type { TimelineEntry, TimelineType } from './timeline.js';

const MAX_DIALS = 100;
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
  dials: readonly Dial[] = [];
  queue: QueueVisit | undefined;
  conference: string | undefined;
  parking: ParkingPlace | undefined;
  transfers: readonly Transfer[] = [];
  pickups: readonly Pickup[] = [];
  /** Who talks with the exchange's recorder. */
  readonly recorded = new Set<string>();
  /** The members of queues who are called, by Uniqueid. */
  readonly members = new Map<string, string>();
  hangup: HangupCause | undefined;
  /** The call that it has become part of, for good. */
  mergedWith: CallRecord | undefined;
  /** Where a channel of it has gone. */
  movedTo: CallRecord | undefined;
  /** When people first talked. */
  talkedAt: number | undefined;
  /** When any channel was first answered. */
  upAt: number | undefined;
  timeline: readonly TimelineEntry[] = [];
  readonly #legs = new Legs();
  #talkMs = 0;
  #talkingSince: number | undefined;
  #talking: readonly (readonly string[])[] = [];
  #isHeld = false;
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

  /** A channel has gone. */
  drop(channel: Channel, endedAt: number): void {
    this.channels.delete(channel.id);
    this.recorded.delete(channel.id);
    this.members.delete(channel.id);
    this.#legs.drop(channel, endedAt);
    if (channel.id === this.linkedid || this.hangup === undefined) this.hangup = channel.hangup;
    if (this.parking?.channelId === channel.id) this.parking = undefined;
    const { queue } = this;
    if (queue?.channelId === channel.id && queue.leftAt === undefined) {
      this.queue = { ...queue, leftAt: endedAt, isAbandoned: queue.agent === undefined };
    }
    this.changeDials(
      (dial) => isOpen(dial) && (dial.to === channel.id || dial.from === channel.id),
      (dial) => ({ ...dial, status: statusAtHangup(dial, channel), endedAt }),
    );
  }

  /** A channel has become part of another call; what is about it alone goes with it. */
  release(channel: Channel, to: CallRecord): void {
    this.channels.delete(channel.id);
    this.#legs.release(channel.id);
    if (this.recorded.delete(channel.id)) to.recorded.add(channel.id);
    const its = this.dials.filter((dial) => dial.to === channel.id);
    this.dials = this.dials.filter((dial) => dial.to !== channel.id);
    for (const dial of its) to.addDial(dial);
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
    this.dials = [...this.dials, ...other.dials]
      .sort((a, b) => a.startedAt - b.startedAt)
      .slice(-MAX_DIALS);
    this.queue ??= other.queue;
    this.conference ??= other.conference;
    this.parking ??= other.parking;
    this.transfers = [...this.transfers, ...other.transfers].slice(-MAX_EVENTS);
    this.pickups = [...this.pickups, ...other.pickups].slice(-MAX_EVENTS);
    this.talkedAt = this.talkedAt ?? other.talkedAt;
    this.upAt = this.upAt ?? other.upAt;
    const talkedMs = this.#talkMs + other.#talkMs + (at - (other.#talkingSince ?? at));
    // A consultation goes on while others of the call talk as well.
    const mostMs = (this.#talkingSince ?? at) - (this.talkedAt ?? at);
    this.#talkMs = Math.min(talkedMs, mostMs);
    this.timeline = mergeTimelines(this.timeline, other.timeline);
    this.note('merged', at, undefined, other.id);
  }

  note(type: TimelineType, at: number, channelId?: string, detail?: string): void {
    this.timeline = appended(this.timeline, { at, type, channelId, detail }, MAX_TIMELINE);
  }

  addDial(dial: Dial): void {
    const member = dial.member ?? this.members.get(dial.to);
    this.dials = appended(this.dials, { ...dial, member }, MAX_DIALS);
  }

  addTransfer(transfer: Transfer): void {
    this.transfers = appended(this.transfers, transfer, MAX_EVENTS);
  }

  addPickup(pickup: Pickup): void {
    this.pickups = appended(this.pickups, pickup, MAX_EVENTS);
  }

  /** Changes the dials that a condition holds for. */
  changeDials(condition: (dial: Dial) => boolean, change: (dial: Dial) => Dial): void {
    let changed: Dial[] | undefined;
    for (const [i, dial] of this.dials.entries()) {
      if (condition(dial)) (changed ??= [...this.dials])[i] = change(dial);
    }
    this.dials = changed ?? this.dials;
  }

  /** Whether those who hear each other are those who are known to. */
  isUpToDate(around: Surroundings): boolean {
    return isSameGroups(talkGroups(this.channels.values(), around), this.#talking);
  }

  /** Its next value. */
  build(at: number, around: Surroundings): Call {
    this.#follow(talkGroups(this.channels.values(), around), at);
    const isEnded = this.channels.size === 0 && this.mergedWith === undefined;
    // What has become part of another call stays as it was.
    if (this.channels.size > 0) this.#state = this.#stateNow();
    else if (isEnded) this.#state = 'ended';
    const hasTargets =
      this.queue !== undefined || this.dials.some(({ from }) => from !== undefined);
    return {
      id: this.id,
      linkedid: this.linkedid,
      state: this.#state,
      direction: this.direction,
      caller: this.caller,
      callee: calleeOf(this.dials, this.caller),
      legs: this.#legs.all,
      talking: this.#talking,
      dials: this.dials,
      queue: this.queue,
      conference: this.conference,
      parking: this.parking,
      transfers: this.transfers,
      pickups: this.pickups,
      isRecorded: this.recorded.size > 0,
      startedAt: this.startedAt,
      answeredAt: this.talkedAt ?? (hasTargets ? undefined : this.upAt),
      endedAt: isEnded ? at : undefined,
      talkMs: this.#talkMs,
      talkingSince: this.#talkingSince,
      result: isEnded ? resultOf(this) : undefined,
      // While the caller is there, it is that of somebody else.
      hangup: this.channels.has(this.linkedid) ? undefined : this.hangup,
      mergedInto: this.mergedWith?.id,
      timeline: this.timeline,
    };
  }

  /** Whether people talk, and whether one of them holds the others, is seen from where they are. */
  #follow(talking: readonly (readonly string[])[], at: number): void {
    if (!isSameGroups(talking, this.#talking)) this.#talking = talking;
    if (talking.length > 0 && this.#talkingSince === undefined) {
      this.#talkingSince = at;
      this.talkedAt ??= at;
      this.note('talking', at);
    } else if (talking.length === 0 && this.#talkingSince !== undefined) {
      this.#talkMs += at - this.#talkingSince;
      this.#talkingSince = undefined;
    }
    const isHeld = talking.length > 0 && this.#legs.isHeld;
    if (isHeld !== this.#isHeld && talking.length > 0) this.note(isHeld ? 'held' : 'resumed', at);
    this.#isHeld = isHeld;
  }

  #stateNow(): CallState {
    if (this.parking !== undefined) return 'parked';
    if (this.#talking.length > 0) return this.#isHeld ? 'held' : 'up';
    if (this.queue !== undefined && this.queue.leftAt === undefined) return 'queued';
    const open = this.dials.filter(isOpen);
    if (open.some(({ status }) => status === 'ringing')) return 'ringing';
    if (this.#legs.hasState('ringing')) return 'ringing';
    if (open.length > 0) return 'dialing';
    return this.#legs.hasState('up') ? 'up' : 'dialing';
  }
}

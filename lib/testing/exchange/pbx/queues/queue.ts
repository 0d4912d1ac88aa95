import type { DeviceState } from '../devices.js';
import type { Pbx } from '../pbx.js';
import { inMemberOrder } from './container-order.js';
import type { QueueCaller } from './queue-caller.js';
import { QueueFigures } from './queue-figures.js';
import { QueueMember } from './queue-member.js';
import type { QueueMemberInit } from './queue-member.js';
import { completeOptions } from './queue-options.js';
import type { QueueOptions } from './queue-options.js';
import { secondsNow } from './seconds.js';
import { WaitingLine } from './waiting-line.js';

/** A queue: callers wait in it until a member takes their call. */
export class Queue {
  options: Required<QueueOptions>;
  figures = new QueueFigures();
  /** Where the round of the members begins for the next caller (`rrmemory`). */
  round = { position: 0, isWrapped: false };
  readonly line: WaitingLine;
  #members: QueueMember[] = [];

  constructor(
    readonly pbx: Pbx,
    readonly name: string,
    options: QueueOptions = {},
  ) {
    this.options = completeOptions(options);
    this.line = new WaitingLine(this);
    pbx.devices.set(`Queue:${name}_avail`, 'INUSE');
  }

  /** Who waits, the first in front. */
  get callers(): readonly QueueCaller[] {
    return this.line.callers;
  }

  /** Who serves, in the order in which Asterisk lists them. */
  get members(): readonly QueueMember[] {
    const { strategy } = this.options;
    const isInOrder = strategy === 'linear' || strategy === 'rrordered';
    return isInOrder ? this.#members : inMemberOrder(this.#members, (one) => one.interface);
  }

  /** How many callers can be served at a time. */
  get servers(): number {
    const { autofill, strategy } = this.options;
    const available = this.#members.filter(({ isAvailable }) => isAvailable).length;
    return autofill && strategy !== 'ringall' ? available : Math.min(1, available);
  }

  /** The member at an interface; case doesn't matter. */
  findMember(location: string): QueueMember | undefined {
    return this.#members.find((member) => member.isAt(location));
  }

  /**
   * Adds a member.
   *
   * @throws Error if there is one at that interface.
   */
  addMember(location: string, init: QueueMemberInit = {}): QueueMember {
    if (this.findMember(location)) throw new Error(`${location} is a member of ${this.name}`);
    const member = this.enlist(location, init);
    this.#tell('QueueMemberAdded', member);
    if (member.isAvailable) this.#setAvailable(true);
    return member;
  }

  removeMember(member: QueueMember): void {
    if (!this.#members.includes(member)) return;
    this.#tell('QueueMemberRemoved', member);
    this.dismiss(member);
    if (this.servers === 0) this.#setAvailable(false);
  }

  setPaused(member: QueueMember, isPaused: boolean, reason = ''): void {
    const isOld = this.pbx.version === '16';
    member.isPaused = isPaused;
    member.pausedReason = isPaused || !isOld ? reason : '';
    if (isPaused) member.lastPause = secondsNow(this.pbx);
    this.#showPause(member);
    if (member.isAvailable) this.#setAvailable(true);
    else if (this.servers === 0) this.#setAvailable(false);
    this.#tell('QueueMemberPause', member, isOld && reason !== '' ? { Reason: reason } : {});
  }

  setPenalty(member: QueueMember, penalty: number): void {
    member.penalty = penalty;
    this.#tell('QueueMemberPenalty', member);
  }

  setRingInUse(member: QueueMember, ringInUse: boolean): void {
    member.ringInUse = ringInUse;
    this.#tell('QueueMemberRinginuse', member);
  }

  /** Begins to count anew. */
  reset(): void {
    this.figures = new QueueFigures();
    for (const member of this.#members) {
      member.calls = 0;
      member.lastCall = 0;
    }
  }

  /** @internal A device has another state: that of members may be another. */
  follow(device: string, state: DeviceState): void {
    const concerned = this.#members.filter((member) => member.device === device);
    if (concerned.length === 0) return;
    for (const member of concerned) {
      if (member.state === state) continue;
      member.state = state;
      this.pbx.queues.pending.delete(member.interface);
      this.#tell('QueueMemberStatus', member);
    }
    this.#setAvailable(this.servers > 0);
  }

  /** @internal Takes a member in, silently. */
  enlist(location: string, init: QueueMemberInit): QueueMember {
    const member = new QueueMember(this, location, init);
    member.position = this.#members.length;
    this.#members.push(member);
    this.#showPause(member);
    return member;
  }

  /** @internal Lets a member go, silently; those behind it in the round move up. */
  dismiss(member: QueueMember): void {
    this.#members = this.#members.filter((one) => one !== member);
    if (member.position < this.round.position) this.round.position--;
    for (const other of this.#members) if (other.position > member.position) other.position--;
    this.pbx.devices.set(pauseDevice(member), 'NOT_INUSE');
  }

  #showPause(member: QueueMember): void {
    this.pbx.devices.set(pauseDevice(member), member.isPaused ? 'INUSE' : 'NOT_INUSE');
  }

  #setAvailable(isAvailable: boolean): void {
    this.pbx.devices.set(`Queue:${this.name}_avail`, isAvailable ? 'NOT_INUSE' : 'INUSE');
  }

  #tell(event: string, member: QueueMember, more: Readonly<Record<string, string>> = {}): void {
    this.pbx.emit(event, ['agent'], { ...member.fields(), ...more });
  }
}

function pauseDevice({ queue, interface: location }: QueueMember): string {
  return `Queue:${queue.name}_pause_${location}`;
}

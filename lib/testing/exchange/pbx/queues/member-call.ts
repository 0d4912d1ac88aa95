import { noteCallTo } from '../calls-underway.js';
import type { Channel } from '../channel.js';
import { connectTo } from '../connect-to.js';
import type { Fields } from '../fields.js';
import { inheritVariables } from '../inherit-variables.js';
import type { DialStatus } from '../outgoing-call.js';
import { requestChannel } from '../request-channel.js';
import { isFree } from './member-status.js';
import type { QueueCaller } from './queue-caller.js';
import type { QueueMember } from './queue-member.js';

/** A call to a member, placed or to be placed, for a caller of the queue. */
export class MemberCall {
  /** The channel of the member, once it is called and as long as it is. */
  channel: Channel | undefined;
  /** Whether it may yet be placed. */
  isOpen = true;
  /** Whether the caller is shown the number of who answers, as it has one of its own. */
  isNumberKnown = true;

  constructor(
    readonly caller: QueueCaller,
    readonly member: QueueMember,
    readonly metric: number,
  ) {}

  /** Places the call, if the member can be called; `ring_entry` of app_queue.c. */
  place(): boolean {
    this.isOpen = false;
    if (!this.#canRing()) return false;
    const { caller, member } = this;
    const { channel: calling, queue } = caller;
    const callee = requestChannel(queue.pbx, member.interface, { requestor: calling });
    if (typeof callee === 'number') {
      queue.round.position++;
      caller.round.position++;
      this.#forget();
      return false;
    }
    this.channel = callee;
    callee.application = 'AppQueue';
    callee.applicationData = '(Outgoing Line)';
    if (callee.caller.number === undefined) {
      this.isNumberKnown = false;
      const { connected, place } = calling;
      callee.caller = connected.number === undefined ? { number: place.exten } : { ...connected };
      callee.publish();
    }
    callee.connected = { ...calling.caller };
    inheritVariables(calling, callee);
    callee.place = { ...callee.place, exten: calling.place.exten };
    callee.setVariable('DIALEDPEERNUMBER', this.#address);
    if (!callee.call()) {
      this.hangUp();
      return false;
    }
    noteCallTo(callee, {
      caller: calling,
      takeOver: (picker) => {
        this.#takeOver(callee, picker);
      },
    });
    this.#tell('AgentCalled', ['agent'], this.#names);
    // Of all events, this one says how the channel was when it was last told of.
    queue.pbx.emit('DialBegin', ['call'], {
      ...calling.fields(),
      ...callee.fields('Dest'),
      DialString: member.interface,
    });
    return true;
  }

  rings(): void {
    this.#tell('DialState', ['call'], { DialStatus: 'RINGING' });
  }

  /** Tells how the call to the member went; may be told twice. */
  tellEnd(status: DialStatus): void {
    if (this.channel === undefined) return;
    noteCallTo(this.channel, undefined);
    this.#tell('DialEnd', ['call'], { DialStatus: status });
  }

  /** Shows the caller who answers, if that is known. */
  introduce(): void {
    if (this.channel === undefined || !this.isNumberKnown) return;
    connectTo(this.caller.channel, this.channel.caller);
  }

  /** The member has not answered after so many ms; it may be paused for that. */
  noAnswer(ms: number, mayPause: boolean): void {
    this.#tell('AgentRingNoAnswer', ['agent'], { ...this.#names, RingTime: ms });
    if (mayPause) this.#pause();
  }

  /** The member has hung up before the caller was connected. */
  dump(): void {
    this.#tell('AgentDump', ['agent'], this.#names);
    this.tellEnd('NOANSWER');
    this.hangUp();
  }

  /** Tells that the caller is about to talk with the member, who rang for so many ms. */
  connect(ringMs: number): void {
    const { wait: HoldTime } = this.caller;
    const RingTime = Math.floor(ringMs / 1000);
    this.#tell('AgentConnect', ['agent'], { ...this.#names, HoldTime, RingTime });
  }

  /** Ends the call, and lets the channel go. */
  hangUp(cause?: number): void {
    const { channel } = this;
    if (channel === undefined) return;
    this.#forget();
    if (cause !== undefined) channel.hangupCause = cause;
    this.channel = undefined;
    channel.hangUp();
  }

  /** What events of agents say of the member. */
  get #names(): Fields {
    const { queue, interface: location, name } = this.member;
    return { Queue: queue.name, Interface: location, MemberName: name };
  }

  get #address(): string {
    const { interface: location } = this.member;
    return location.slice(location.indexOf('/') + 1);
  }

  #tell(event: string, classes: ['call'] | ['agent'], fields: Fields): void {
    const { channel } = this.caller;
    const parties = { ...channel.freshFields(), ...this.channel?.freshFields('Dest') };
    channel.pbx.emit(event, classes, { ...parties, ...fields });
  }

  /** `can_ring_entry` of app_queue.c. */
  #canRing(): boolean {
    const { member } = this;
    if (member.isPaused || member.isWrappingUp || this.#isOutweighed) return false;
    if (member.ringInUse) return true;
    const { devices, queues } = member.queue.pbx;
    if (!isFree(member.state) || queues.pending.has(member.interface)) return false;
    if (!isFree(devices.stateOf(member.device))) return false;
    queues.pending.add(member.interface);
    return true;
  }

  /** Whether a more important queue needs the member. */
  get #isOutweighed(): boolean {
    const { queue, interface: location } = this.member;
    return queue.pbx.queues.all.some(
      (other) =>
        other.options.weight > queue.options.weight &&
        other.callers.length > 0 &&
        other.callers.length >= other.servers &&
        other.findMember(location) !== undefined,
    );
  }

  /** Somebody else answers in the place of the member's channel, and has been introduced. */
  #takeOver(callee: Channel, picker: Channel): void {
    noteCallTo(callee, undefined);
    callee.receive('pickup');
    this.channel = picker;
    this.isNumberKnown = false;
  }

  #pause(): void {
    const { queue, interface: location, lastCall } = this.member;
    const { autopause, autopausedelay } = queue.options;
    if (!/^(yes|true|on|1|all)$/i.test(autopause)) return;
    const idle = Math.floor(queue.pbx.now() / 1000) - lastCall;
    if (lastCall > 0 && idle < autopausedelay) return;
    const isEverywhere = autopause.toLowerCase() === 'all';
    for (const member of queue.pbx.queues.membersAt(location, isEverywhere ? '' : queue.name)) {
      member.queue.setPaused(member, true, 'Auto-Pause');
    }
  }

  #forget(): void {
    this.member.queue.pbx.queues.pending.delete(this.member.interface);
  }
}

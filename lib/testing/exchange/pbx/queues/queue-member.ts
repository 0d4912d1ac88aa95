import type { DeviceState } from '../devices.js';
import type { Fields } from '../fields.js';
import { deviceOf, isFree, isGone, memberStatuses } from './member-status.js';
import type { Queue } from './queue.js';
import { secondsNow } from './seconds.js';

/** What a member is made with. */
export interface QueueMemberInit {
  /**
   * What it is called.
   * @defaultValue its interface
   */
  readonly name?: string;
  /** @defaultValue 0 */
  readonly penalty?: number;
  /** @defaultValue false */
  readonly isPaused?: boolean;
  /**
   * The device whose state is the member's.
   * @defaultValue its interface
   */
  readonly stateInterface?: string;
  /**
   * How it came to be in the queue.
   * @defaultValue 'dynamic'
   */
  readonly membership?: 'static' | 'dynamic' | 'realtime';
  /**
   * Whether it is called while its device is in use.
   * @defaultValue what the queue says
   */
  readonly ringInUse?: boolean;
  /**
   * How long it is left alone after a call, in seconds; 0 for what the queue says.
   * @defaultValue 0
   */
  readonly wrapUpTime?: number;
}

/** A member of a queue: somebody who takes its calls. Times are in seconds since 1970. */
export class QueueMember {
  /** What is called, such as `PJSIP/alice`. */
  readonly interface: string;
  readonly name: string;
  readonly stateInterface: string;
  readonly membership: 'static' | 'dynamic' | 'realtime';
  readonly wrapUpTime: number;
  readonly loginTime: number;
  penalty: number;
  ringInUse: boolean;
  state: DeviceState;
  isPaused: boolean;
  pausedReason = '';
  /** How many calls it has taken. */
  calls = 0;
  /** When its last call ended; 0 for never. */
  lastCall = 0;
  /** When it was last paused; 0 for never. */
  lastPause: number;
  /** When the call that it is in was answered; 0 if it is in none. */
  answeredAt = 0;
  /** Where it is in the round of its queue. */
  position = 0;

  constructor(
    readonly queue: Queue,
    location: string,
    init: QueueMemberInit,
  ) {
    this.interface = location;
    this.name = init.name ?? location;
    this.stateInterface = init.stateInterface ?? location;
    this.membership = init.membership ?? 'dynamic';
    this.penalty = init.penalty ?? 0;
    this.wrapUpTime = init.wrapUpTime ?? 0;
    this.ringInUse = init.ringInUse ?? queue.options.ringinuse;
    this.isPaused = init.isPaused ?? false;
    this.loginTime = secondsNow(queue.pbx);
    this.lastPause = this.isPaused ? this.loginTime : 0;
    this.state = queue.pbx.devices.stateOf(this.device);
  }

  /** The device whose changes are the member's. */
  get device(): string {
    return deviceOf(this.stateInterface);
  }

  /** Whether it talks with a caller of the queue. */
  get isInCall(): boolean {
    return this.answeredAt > 0;
  }

  /** Whether it still has something to do after its last call. */
  get isWrappingUp(): boolean {
    const wrapUpTime = this.wrapUpTime > 0 ? this.wrapUpTime : this.queue.options.wrapuptime;
    return this.lastCall > 0 && secondsNow(this.queue.pbx) - wrapUpTime < this.lastCall;
  }

  /** Whether it can take a call (`is_member_available`). */
  get isAvailable(): boolean {
    if (isGone(this.state) || this.isPaused || this.isWrappingUp) return false;
    return this.ringInUse || isFree(this.state);
  }

  /** Whether `location` is its interface. */
  isAt(location: string): boolean {
    return this.interface.toLowerCase() === location.toLowerCase();
  }

  /** What events of members say of it. */
  fields(): Fields {
    return {
      Queue: this.queue.name,
      MemberName: this.name,
      Interface: this.interface,
      StateInterface: this.stateInterface,
      Membership: this.membership,
      Penalty: this.penalty,
      CallsTaken: this.calls,
      LastCall: this.lastCall,
      LastPause: this.lastPause,
      LoginTime: this.loginTime,
      InCall: this.isInCall ? 1 : 0,
      Status: memberStatuses[this.state],
      Paused: this.isPaused ? 1 : 0,
      PausedReason: this.pausedReason,
      Ringinuse: this.ringInUse ? 1 : 0,
      Wrapuptime: this.wrapUpTime,
    };
  }
}

import type { Channel } from '../channel.js';
import { readVariable } from '../substitute.js';
import type { Queue } from './queue.js';
import { secondsNow } from './seconds.js';

/** What a caller may bring along. */
export interface QueueCallerInit {
  /** After how many seconds he leaves. */
  readonly timeout?: number;
  /** Where he wants to stand, if nobody before him is more important. */
  readonly position?: number;
}

/** A caller who waits in a queue. Times are in seconds since 1970. */
export class QueueCaller {
  /** Where he stands, from 1 on. */
  position = 0;
  /** Where he stood when he came. */
  originalPosition = 0;
  /** Callers of higher priority stand before others. */
  priority: number;
  /** Whether members are called for him. */
  isPending = false;
  /** What somebody said who wants him to go on in the dialplan; `undefined` if nobody does. */
  withdrawal: string | undefined;
  /** Where the round of the members begins for him (`linear`). */
  round = { position: 0, isWrapped: false };
  readonly since: number;
  /** When he leaves. */
  readonly until: number;
  /** The penalties of members that he is content with. */
  readonly #penalties: { readonly min: number; readonly max: number; readonly raise: number };

  constructor(
    readonly queue: Queue,
    readonly channel: Channel,
    readonly init: QueueCallerInit = {},
  ) {
    this.since = this.now;
    this.until = init.timeout === undefined ? Infinity : this.since + init.timeout;
    this.priority = readNumber(channel, 'QUEUE_PRIO', 0);
    this.#penalties = {
      min: readNumber(channel, 'QUEUE_MIN_PENALTY', -Infinity),
      max: readNumber(channel, 'QUEUE_MAX_PENALTY', Infinity),
      raise: readNumber(channel, 'QUEUE_RAISE_PENALTY', -Infinity),
    };
  }

  get now(): number {
    return secondsNow(this.channel.pbx);
  }

  /** For how many seconds he has waited. */
  get wait(): number {
    return this.now - this.since;
  }

  hasExpired(): boolean {
    return this.now >= this.until;
  }

  /** What a penalty is to him; `undefined` if he doesn't want such a member. */
  penaltyOf(penalty: number): number | undefined {
    const { min, max, raise } = this.#penalties;
    const raised = Math.max(penalty, raise);
    return raised > max || raised < min ? undefined : raised;
  }
}

/** A variable that is a number, or what stands for one that is none. */
function readNumber(channel: Channel, name: string, otherwise: number): number {
  const number = Number.parseInt(readVariable(channel, name), 10);
  return Number.isNaN(number) ? otherwise : number;
}

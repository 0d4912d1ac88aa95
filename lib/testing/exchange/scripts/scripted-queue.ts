import type { Pbx } from '../pbx/pbx.js';
import type { Queue } from '../pbx/queues/queue.js';
import type { QueueMember } from '../pbx/queues/queue-member.js';
import type { CallScript } from './call-script.js';
import type { ScriptedCall } from './scripted-call.js';

/**
 * A queue of the exchange, in the hands of a script. All members throw an `Error` where there is no
 * such queue, or no such member.
 *
 * @example
 * ```ts
 * import { Exchange, VirtualClock } from 'rxjs-ami/testing';
 *
 * const clock = new VirtualClock();
 * const exchange = new Exchange({ scheduler: clock });
 * const support = exchange.queue('support');
 * support.pause('PJSIP/carol', 'lunch');
 * support.join('2025550123').wait(4000).answer().wait(9000).hangUp();
 * clock.advance(2000);
 * console.log(support.waiting); // 1
 * ```
 */
export class ScriptedQueue {
  /** @internal */
  constructor(
    private readonly pbx: Pbx,
    /** Its name. */
    readonly name: string,
    private readonly begin: (call: ScriptedCall) => CallScript,
  ) {}

  /** How many callers wait now. */
  get waiting(): number {
    return this.#queue.callers.length;
  }

  /** The interfaces of its members. */
  get members(): string[] {
    return this.#queue.members.map((member) => member.interface);
  }

  /**
   * Somebody calls the extension that leads to the queue.
   *
   * @param from - The name of a phone, or a number outside.
   * @param name - What the caller is called, where that is not what the phone says.
   * @throws Error if no extension of the dialplan leads to the queue.
   */
  join(from: string, name?: string): CallScript {
    const to = this.pbx.dialplan
      .leadingTo('queue')
      .find(({ data }) => data.split(',')[0]?.toLowerCase() === this.name.toLowerCase());
    if (to === undefined) throw new Error(`No extension leads to the queue ${this.name}`);
    return this.begin({ from, to: to.exten, ...(name === undefined ? {} : { name }) });
  }

  /** Adds a member, such as `PJSIP/alice`. */
  add(location: string, name = location): void {
    this.#queue.addMember(location, { name });
  }

  /** Takes a member out. */
  remove(location: string): void {
    this.#queue.removeMember(this.#member(location));
  }

  /** A member takes a break. */
  pause(location: string, reason = ''): void {
    this.#queue.setPaused(this.#member(location), true, reason);
  }

  /** A member is back. */
  unpause(location: string): void {
    this.#queue.setPaused(this.#member(location), false);
  }

  get #queue(): Queue {
    const queue = this.pbx.queues.find(this.name);
    if (queue === undefined) throw new Error(`There is no queue ${this.name}`);
    return queue;
  }

  #member(location: string): QueueMember {
    const member = this.#queue.findMember(location);
    if (member === undefined) throw new Error(`${location} is no member of ${this.name}`);
    return member;
  }
}

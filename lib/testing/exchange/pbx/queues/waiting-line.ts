import type { QueueCaller } from './queue-caller.js';
import type { Queue } from './queue.js';

/** The callers who wait in a queue, the first in front. */
export class WaitingLine {
  readonly callers: QueueCaller[] = [];

  constructor(private readonly queue: Queue) {}

  /** The caller of that channel. */
  find(channel: string): QueueCaller | undefined {
    return this.callers.find(({ channel: { name } }) => name === channel);
  }

  /** A caller joins: behind all who are as important, or where he wants to stand. */
  join(caller: QueueCaller): void {
    const { position: wanted = 0 } = caller.init;
    const before = this.callers.findIndex(
      ({ priority }, index) =>
        caller.priority > priority ||
        (caller.priority >= priority && wanted > 0 && wanted <= index + 1),
    );
    this.#insert(caller, before);
    const { pbx, name } = this.queue;
    pbx.devices.set(`Queue:${name}`, 'RINGING');
    this.#tell('QueueCallerJoin', caller);
  }

  /** A caller leaves; silently, where he has left before. */
  leave(caller: QueueCaller): void {
    const index = this.callers.indexOf(caller);
    if (index < 0) return;
    this.callers.splice(index, 1);
    this.#number();
    const { pbx, name } = this.queue;
    if (this.callers.length === 0) pbx.devices.set(`Queue:${name}`, 'NOT_INUSE');
    this.#tell('QueueCallerLeave', caller);
    caller.channel.setVariable('QUEUEPOSITION', String(caller.position));
  }

  /** Gives a caller another priority, which counts when others join; or at once, too. */
  setPriority(caller: QueueCaller, priority: number, isImmediate = false): void {
    caller.priority = priority;
    if (!isImmediate) return;
    this.callers.splice(this.callers.indexOf(caller), 1);
    this.#insert(
      caller,
      this.callers.findIndex((other) => priority > other.priority),
    );
  }

  /** Whether members may be called for a caller (`is_our_turn`). */
  isTurnOf(caller: QueueCaller): boolean {
    const { options, servers } = this.queue;
    const before = this.callers.slice(0, this.callers.indexOf(caller));
    const isFirst = before.length === 0;
    if (!isFirst && !options.autofill) return false;
    return before.filter(({ isPending }) => !isPending).length < servers;
  }

  #insert(caller: QueueCaller, index: number): void {
    this.callers.splice(index < 0 ? this.callers.length : index, 0, caller);
    this.#number();
    caller.originalPosition = caller.position;
  }

  #number(): void {
    for (const [index, caller] of this.callers.entries()) caller.position = index + 1;
  }

  #tell(event: string, { channel, position }: QueueCaller): void {
    this.queue.pbx.emit(event, ['agent'], {
      ...channel.fields(),
      Queue: this.queue.name,
      Position: position,
      Count: this.callers.length,
    });
  }
}

import type { Queue } from './queue.js';

/** In which queues channels are, as callers or as members' channels, so that a hangup finds them. */
export class ChannelPlaces {
  readonly #queues = new Map<string, ReadonlySet<string>>();

  /** Notes the channels that a queue has now and had not before. */
  note(queue: Queue, previous: Queue | undefined): void {
    if (queue.waiting !== previous?.waiting) {
      for (const { channelId } of queue.waiting) this.#add(channelId, queue.name);
    }
    if (queue.members === previous?.members) return;
    for (const { call, interface: device } of queue.members.values()) {
      if (call === undefined || call === previous?.members.get(device)?.call) continue;
      this.#add(call.channelId, queue.name);
      if (call.memberChannelId !== undefined) this.#add(call.memberChannelId, queue.name);
    }
  }

  /** The queues that a channel has been in. */
  get(channelId: string | undefined): ReadonlySet<string> | undefined {
    return channelId === undefined ? undefined : this.#queues.get(channelId);
  }

  /** Forgets a channel that has ended. */
  delete(channelId: string | undefined): void {
    if (channelId !== undefined) this.#queues.delete(channelId);
  }

  /** Forgets what is in none of these queues any more, of hangups that were lost. */
  rebuild(queues: Iterable<Queue>): void {
    this.#queues.clear();
    for (const queue of queues) this.note(queue, undefined);
  }

  #add(channelId: string, queue: string): void {
    const queues = this.#queues.get(channelId);
    if (queues?.has(queue) !== true) this.#queues.set(channelId, new Set(queues).add(queue));
  }
}

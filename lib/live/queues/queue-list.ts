import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { keepSame } from '../core/keep-same.js';
import { changeMembers } from './member-calls.js';
import type { Queue, QueueCaller, QueueMember } from './queue.js';
import { readMember } from './read-member.js';
import { interfaceIn, textIn } from './read-names.js';
import { having, unknownQueue } from './make-queue.js';
import { readParams } from './read-params.js';
import { listedLine, relistedLine } from './waiting-line.js';

/** What a list says of one queue. */
export class ListedQueue {
  #params: AmiEvent | undefined;
  readonly #members: AmiEvent[] = [];
  readonly #callers: AmiEvent[] = [];

  constructor(private readonly name: string) {}

  add(entry: AmiEvent): void {
    if (entry.name === 'QueueParams') this.#params = entry;
    else if (entry.name === 'QueueMember') this.#members.push(entry);
    else if (entry.name === 'QueueEntry') this.#callers.push(entry);
  }

  /**
   * A queue with what only lists tell of it, or tell for certain: its parameters and figures, the counts
   * of its members and whether they are in a call, the names and priorities of its callers.
   *
   * @param isTouched - Whether members and callers have changed since the list was made.
   */
  withPolled(known: Queue, at: number, isTouched: boolean): Queue {
    const queue = this.#withParams(known, at);
    if (isTouched) return queue;
    const waiting = relistedLine(queue.waiting, this.#callers);
    const members = withCounts(queue.members, this.#members, at);
    return having(queue, waiting, members);
  }

  /**
   * The queue as listed, with what only events tell as it is known.
   *
   * @param isAnew - Whether events may have been missed, so that a call need not be the one that is
   *   known.
   */
  merge(known: Queue | undefined, at: number, isAnew: boolean): Queue {
    const queue = this.#withParams(known ?? unknownQueue(this.name), at);
    const waiting = listedLine(queue.waiting, this.#callers, at);
    const members = new Map<string, QueueMember>();
    for (const entry of this.#members) {
      const device = interfaceIn(entry);
      if (device === undefined) continue;
      const before = queue.members.get(device);
      const member = readMember(entry, device, before, at);
      const isGone =
        isRingingForNobody(member, waiting) || (isAnew && before?.callsTaken !== member.callsTaken);
      members.set(member.interface, isGone ? withoutCall(member) : member);
    }
    return having(queue, waiting, keepMembers(queue.members, members));
  }

  #withParams(queue: Queue, at: number): Queue {
    return this.#params === undefined ? queue : readParams(this.#params, queue, at);
  }
}

/** The entries of a list by queue. */
export function listedQueues(entries: readonly AmiEvent[]): Map<string, ListedQueue> {
  const queues = new Map<string, ListedQueue>();
  for (const entry of entries) {
    const name = textIn(entry, 'Queue');
    if (name === undefined) continue;
    let queue = queues.get(name);
    if (queue === undefined) {
      const kept = ownText(name);
      queues.set(kept, (queue = new ListedQueue(kept)));
    }
    queue.add(entry);
  }
  return queues;
}

function withCounts(
  members: Queue['members'],
  entries: readonly AmiEvent[],
  at: number,
): Queue['members'] {
  const byDevice = new Map(entries.map((entry) => [interfaceIn(entry), entry]));
  return changeMembers(members, (member) => {
    const entry = byDevice.get(member.interface);
    if (entry === undefined) return member;
    const listed = readMember(entry, member.interface, member, at);
    const { callsTaken, lastCallAt, isInCall, call } = listed;
    return keepSame(member, { ...member, callsTaken, lastCallAt, isInCall, call });
  });
}

function isRingingForNobody({ call }: QueueMember, waiting: readonly QueueCaller[]): boolean {
  return (
    call?.state === 'ringing' && !waiting.some(({ channelId }) => channelId === call.channelId)
  );
}

function withoutCall(member: QueueMember): QueueMember {
  return member.call === undefined ? member : { ...member, call: undefined };
}

function keepMembers(known: Queue['members'], listed: Queue['members']): Queue['members'] {
  const isSame =
    known.size === listed.size && [...listed].every(([key, member]) => known.get(key) === member);
  return isSame ? known : listed;
}

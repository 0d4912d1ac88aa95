import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import { ChannelPlaces } from './channel-places.js';
import { called, changeMembers, completed, connected, missed, readCall } from './member-calls.js';
import type { Queue, QueueMember } from './queue.js';
import { listedQueues } from './queue-list.js';
import type { ListedQueue } from './queue-list.js';
import { readMember } from './read-member.js';
import { interfaceIn, textIn } from './read-names.js';
import { having, unknownQueue } from './make-queue.js';
import { joinLine, leaveLine, renameCaller } from './waiting-line.js';

/** The queues of an exchange: who waits in them, and who answers. */
export class QueueModel implements Model<Queue> {
  readonly table: EntityTable<Queue>;
  // Figures, priorities and reloads are said by lists only.
  readonly isPolled = true;
  readonly #context: Context;
  readonly #places = new ChannelPlaces();

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    QueueCallerJoin: (event) => {
      const queue = this.#queueOf() ?? this.#unknown();
      const { uniqueid: id, at } = this.#context;
      // The priority of the caller is in lists only.
      this.#context.onStale(this);
      if (queue === undefined || id === '') return;
      this.#put(having(queue, joinLine(queue.waiting, event, id, at)));
    },
    QueueCallerAbandon: (event) => {
      this.#leave(event, true);
    },
    QueueCallerLeave: (event) => {
      // Who has been called may still be connected: that is said after the leave.
      this.#leave(event, false);
    },
    // Whoever has hung up waits no more, whether the leave was heard of or not.
    Hangup: () => {
      const isKnown = this.#changePlaces((queue, id) =>
        having(queue, leaveLine(queue.waiting, id), changeMembers(queue.members, stop(id))),
      );
      // A Local channel may end while the call goes on without it.
      if (isKnown) this.#context.onStale(this);
      this.#places.delete(this.#context.uniqueid);
    },
    // A caller who is parked or bridged by an action leaves the queue without a word.
    BridgeEnter: () => {
      this.#changePlaces((queue, id) => {
        const waiting = leaveLine(queue.waiting, id);
        if (waiting !== queue.waiting) this.#context.onStale(this);
        return having(queue, waiting);
      });
    },
    NewCallerid: (event) => {
      this.#changePlaces((queue, id) => having(queue, renameCaller(queue.waiting, event, id)));
    },
    NewConnectedLine: (event) => {
      this.#changePlaces((queue, id) => having(queue, renameCaller(queue.waiting, event, id)));
    },
    QueueMemberAdded: (event) => {
      this.#takeMember(event);
    },
    QueueMemberRemoved: () => {
      const queue = this.#queueOf();
      const device = interfaceIn(this.#context);
      if (queue === undefined || device === undefined || !queue.members.has(device)) return;
      const members = new Map(queue.members);
      members.delete(device);
      this.#put(having(queue, queue.waiting, members));
    },
    QueueMemberPause: (event) => {
      this.#takeMember(event);
    },
    QueueMemberPenalty: (event) => {
      this.#takeMember(event);
    },
    QueueMemberRinginuse: (event) => {
      this.#takeMember(event);
    },
    QueueMemberStatus: (event) => {
      this.#takeMember(event);
    },
    AgentCalled: (event) => {
      const call = readCall(this.#context, 'ringing');
      if (call !== undefined) this.#changeMember(event, (member) => called(member, call));
    },
    AgentConnect: () => {
      const call = readCall(this.#context, 'talking');
      const queue = this.#queueOf();
      const device = interfaceIn(this.#context);
      if (queue === undefined || device === undefined || call === undefined) return;
      const waiting = leaveLine(queue.waiting, call.channelId);
      const members = changeMembers(queue.members, (one) => connected(one, device, call));
      this.#put(having(queue, waiting, members));
    },
    AgentComplete: (event) => {
      const { at } = this.#context;
      this.#changeMember(event, (member) => completed(member, event, at));
      // What it adds to the figures of the queue and the member is in lists only.
      this.#context.onStale(this);
    },
    AgentRingNoAnswer: (event) => {
      this.#miss(event);
    },
    AgentDump: (event) => {
      this.#miss(event);
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('QueueStatus').pipe(
      map((entries) => {
        if (entries !== undefined) this.#takeList(entries, isCheck);
      }),
    );
  }

  #takeList(entries: readonly AmiEvent[], isCheck: boolean): void {
    const { recent } = this.table;
    const { at } = this.#context;
    const queues = listedQueues(entries);
    const touched = new Set([...queues.keys()].filter((name) => recent.isTouched(name)));
    const merges = [...queues].map(([name, listed]) => {
      const isAnew = !isCheck && !touched.has(name);
      return [name, (known: Queue | undefined) => listed.merge(known, at, isAnew)] as const;
    });
    const put = (_: string, queue: Queue): void => {
      this.#put(queue);
    };
    reconcile(this.table, new Map(merges), { isCheck, put });
    if (isCheck) this.#takePolled(queues, touched);
    this.#places.rebuild(this.table.map.values());
  }

  /** What only lists tell is believed at once; a check believes the rest the second time. */
  #takePolled(queues: ReadonlyMap<string, ListedQueue>, touched: ReadonlySet<string>): void {
    const { at } = this.#context;
    const { suspects } = this.table;
    for (const [name, listed] of queues) {
      const known = this.table.get(name);
      if (known === undefined) continue;
      const isTouched = touched.has(name);
      const isSuspect = suspects.has(name);
      const polled = listed.withPolled(known, at, isTouched);
      this.#put(polled);
      if (isSuspect && listed.merge(polled, at, false) !== polled) suspects.add(name);
      // Its members and callers have to wait for a quieter moment.
      if (isTouched) this.#context.onStale(this);
    }
  }

  #queueOf(): Queue | undefined {
    return this.table.get(this.#context.get('Queue'));
  }

  /** A queue that no list has told of. */
  #unknown(): Queue | undefined {
    const name = textIn(this.#context, 'Queue');
    return name === undefined ? undefined : unknownQueue(ownText(name));
  }

  #leave(event: AmiEvent, isAbandoned: boolean): void {
    const queue = this.#queueOf();
    const id = this.#context.uniqueid;
    this.#context.onStale(this);
    if (queue === undefined || id === '') return;
    const waiting = leaveLine(queue.waiting, id);
    const members = isAbandoned ? changeMembers(queue.members, stop(id)) : queue.members;
    this.#put(having(queue, waiting, members));
  }

  /** Changes the queues in which a channel is; `false` if it is in none. */
  #changePlaces(change: (queue: Queue, id: string) => Queue): boolean {
    const id = this.#context.uniqueid;
    const names = this.#places.get(id);
    if (names === undefined) return false;
    for (const name of names) {
      const queue = this.table.get(name);
      if (queue !== undefined) this.#put(change(queue, id));
    }
    return true;
  }

  #takeMember(event: AmiEvent): void {
    const queue = this.#queueOf() ?? this.#unknown();
    const device = interfaceIn(this.#context);
    if (queue === undefined || device === undefined) return;
    const known = queue.members.get(device);
    // It may be an old event about a member whom a reload has taken away.
    const isOdd = known === undefined && event.name !== 'QueueMemberAdded';
    if (isOdd || queue.strategy === undefined) this.#context.onStale(this);
    const member = readMember(event, device, known, this.#context.at);
    this.#putMember(queue, member);
  }

  #changeMember(event: AmiEvent, change: (member: QueueMember) => QueueMember): void {
    const queue = this.#queueOf();
    const member = queue?.members.get(interfaceIn(this.#context) ?? '');
    if (queue !== undefined && member !== undefined) this.#putMember(queue, change(member));
  }

  #miss(event: AmiEvent): void {
    const id = textIn(event, 'Uniqueid', 'DestUniqueid');
    if (id !== undefined) this.#changeMember(event, stop(id));
  }

  #putMember(queue: Queue, member: QueueMember): void {
    if (queue.members.get(member.interface) === member) return;
    const members = new Map(queue.members).set(member.interface, member);
    this.#put(having(queue, queue.waiting, members));
  }

  #put(queue: Queue): void {
    const known = this.table.get(queue.name);
    if (queue === known) return;
    this.table.put(queue.name, queue);
    this.#places.note(queue, known);
  }
}

/** Ends the ringing for a caller, or over a channel. */
function stop(id: string): (member: QueueMember) => QueueMember {
  return (member) => missed(member, id);
}

/** The kind of queues. */
export const queueKind: Kind<QueueModel> = {
  name: 'queues',
  needs: [],
  create: (context) => new QueueModel(context),
};

import { isConnectedState, isEnded } from './call.js';
import type { Call, EndedCall } from './call.js';
import type { CallChange } from './change.js';

/** How long a call must be as it is to be told of, in milliseconds. */
export const SETTLED_MS = 250;

interface Told {
  readonly key: string;
  readonly peers: ReadonlySet<string>;
}

interface Waiting {
  readonly call: Call;
  readonly key: string;
  readonly since: number;
}

/**
 * Makes lines worth reading out of what every event does to a call. A connection and an end are
 * told of at once; anything else once it has lasted, since names come after channels, and at the
 * end people leave one by one. Pure: calls and moments in, changes out.
 */
export class Announcer {
  readonly #told = new Map<string, Told>();
  readonly #waiting = new Map<string, Waiting>();

  /** Takes calls as they have become. */
  take(calls: readonly (Call | EndedCall)[], at: number): CallChange[] {
    return calls.flatMap((call) => (isEnded(call) ? this.#end(call, at) : this.#take(call, at)));
  }

  /** Tells of what has lasted. */
  settle(at: number): CallChange[] {
    const due = [...this.#waiting.values()].filter(({ since }) => at - since >= SETTLED_MS);
    return due.flatMap(({ call }) => this.#tell(call, at));
  }

  #take(call: Call, at: number): CallChange[] {
    const key = keyOf(call);
    const told = this.#told.get(call.id);
    if (told?.key === key) {
      this.#waiting.delete(call.id);
      return [];
    }
    const meetsSomebody =
      isConnectedState(call.state) &&
      call.with.some(({ channel }) => told?.peers.has(channel) !== true);
    if (meetsSomebody) return this.#tell(call, at);
    const waiting = this.#waiting.get(call.id);
    const since = waiting?.key === key ? waiting.since : at;
    this.#waiting.set(call.id, { call, key, since });
    return [];
  }

  #tell(call: Call, at: number): CallChange[] {
    const isNew = !this.#told.has(call.id);
    const isConnected = isConnectedState(call.state) && call.with.length > 0;
    this.#waiting.delete(call.id);
    this.#told.set(call.id, {
      key: keyOf(call),
      peers: new Set(isConnected ? call.with.map(({ channel }) => channel) : []),
    });
    const changes: CallChange[] = isNew ? [{ type: 'call-added', at, call }] : [];
    if (isConnected) changes.push({ type: 'call-connected', at, call });
    else if (!isNew) changes.push({ type: 'call-state', at, call });
    return changes;
  }

  #end(call: EndedCall, at: number): CallChange[] {
    const waiting = this.#waiting.get(call.id);
    const isNew = !this.#told.has(call.id);
    const added = isNew && waiting !== undefined ? this.#tell(waiting.call, at) : [];
    this.#waiting.delete(call.id);
    this.#told.delete(call.id);
    return [...added, { type: 'call-ended', at, call }];
  }
}

/** What is worth telling of: the state and who is there, not what they are called. */
function keyOf({ state, queue, room, who, with: others }: Call): string {
  const channels = others.map(({ channel }) => channel).sort();
  return JSON.stringify([state, queue, room, who.channel, channels]);
}

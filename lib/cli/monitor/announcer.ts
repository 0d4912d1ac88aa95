import { isConnectedState } from './call.js';
import type { CallStep, EndedCall, ShownCall } from './call.js';
import type { CallChange } from './change.js';

/** How long something must be as it is to be told of, in milliseconds. */
export const SETTLED_MS = 250;

interface Told {
  readonly key: string;
  readonly peers: ReadonlySet<string>;
}

interface Waiting {
  readonly call: ShownCall;
  readonly key: string;
  readonly since: number;
}

/**
 * Makes lines worth reading out of what every event does to a call. A connection, a transfer and an end
 * are told of at once; anything else once it has lasted, since names come after channels, and at the end
 * people leave one by one. Pure: steps and moments in, changes out.
 */
export class Announcer {
  readonly #told = new Map<string, Told>();
  readonly #waiting = new Map<string, Waiting>();

  /** Takes what has become of calls. */
  take(steps: readonly CallStep[], at: number): CallChange[] {
    return steps.flatMap((step) => this.#take(step, at));
  }

  /** Tells of what has lasted. */
  settle(at: number): CallChange[] {
    const due = [...this.#waiting.values()].filter(({ since }) => at - since >= SETTLED_MS);
    return due.flatMap(({ call }) => this.#tell(call, at));
  }

  #take(step: CallStep, at: number): CallChange[] {
    switch (step.type) {
      case 'changed':
        return this.#follow(step.call, at);
      case 'transferred': {
        const isNew = !this.#told.has(step.call.id);
        const added = isNew ? this.#tell(step.call, at) : [];
        return [
          ...added,
          { type: 'call-transferred', at, call: step.call, transfer: step.transfer },
        ];
      }
      case 'merged': {
        const { call, into } = step;
        const isTold = this.#told.delete(call.id);
        this.#waiting.delete(call.id);
        // Of a call that nobody has heard of there is nothing to tell.
        return isTold ? [{ type: 'call-merged', at, call, into }] : [];
      }
      case 'ended':
        return this.#end(step.call, at);
    }
  }

  #follow(call: ShownCall, at: number): CallChange[] {
    const key = keyOf(call);
    const told = this.#told.get(call.id);
    if (told?.key === key) {
      this.#waiting.delete(call.id);
      return [];
    }
    const meetsSomebody =
      isConnectedState(call.state) &&
      // Calls that meet become one a moment later: who is of another one yet can wait.
      call.with.some((one) => one.call === undefined && told?.peers.has(one.channel) !== true);
    if (meetsSomebody) return this.#tell(call, at);
    const waiting = this.#waiting.get(call.id);
    const since = waiting?.key === key ? waiting.since : at;
    this.#waiting.set(call.id, { call, key, since });
    return [];
  }

  #tell(call: ShownCall, at: number): CallChange[] {
    const isNew = !this.#told.has(call.id);
    const isConnected = isConnectedState(call.state) && call.with.length > 0;
    this.#waiting.delete(call.id);
    this.#told.set(call.id, {
      key: keyOf(call),
      peers: new Set(isConnected ? call.with.map(({ channel }) => channel) : []),
    });
    const changes: CallChange[] = isNew ? [{ type: 'call-added', at, call }] : [];
    if (isConnected && call.state !== 'held') changes.push({ type: 'call-connected', at, call });
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

/**
 * What is worth telling of: the state and who is there, not what they are called, nor that the queue has
 * done its part once they talk.
 */
function keyOf({ state, queue, room, parking, who, with: others }: ShownCall): string {
  const channels = others.map(({ channel }) => channel).sort();
  const waitsIn = isConnectedState(state) ? room : queue;
  return JSON.stringify([state, waitsIn, parking, who.channel, channels]);
}

import type { AmiEvent } from '../../wire/index.js';
import { parseLength } from '../text/time.js';
import type { Call, EndedCall } from './call.js';
import { CallHistory } from './call-history.js';
import { ChannelTable } from './channel-table.js';
import { describeCall } from './describe-call.js';
import { byAge, readListed } from './read-listed.js';
import { takeEvent } from './take-event.js';

/**
 * The calls of an exchange, folded from its events. Pure: events and moments in, calls that have
 * changed out.
 */
export class CallBoard {
  readonly #table = new ChannelTable();
  readonly #calls = new Map<string, CallHistory>();

  /** The calls that are up. */
  get calls(): Call[] {
    return this.histories.map(({ call }) => call).filter((call) => call !== undefined);
  }

  /** The calls that are up, with what has happened to them. */
  get histories(): CallHistory[] {
    return [...this.#calls.values()];
  }

  /** A mark for {@link seed}: what is known at the moment that the list is asked for. */
  get mark(): number {
    return this.#table.order;
  }

  /** Takes an event and returns the calls that it changed, or ended. */
  take(event: AmiEvent, at: number): (Call | EndedCall)[] {
    takeEvent(this.#table, event);
    const steps: (Call | EndedCall)[] = [];
    const linkedid = event.get('Linkedid') ?? event.get('DestLinkedid');
    const history = linkedid === undefined ? undefined : this.#calls.get(linkedid);
    history?.note(event);
    for (const id of this.#table.takeTouched()) this.#renew(id, at, steps);
    // The event that made the call known may say something about it as well.
    if (linkedid !== undefined && history === undefined) this.#calls.get(linkedid)?.note(event);
    return steps;
  }

  /**
   * Takes the entries of `CoreShowChannels` and returns what they changed. Channels that are not
   * among them have gone unheard of, unless they were first seen after the list was asked for.
   */
  seed(entries: readonly AmiEvent[], mark: number, at: number): (Call | EndedCall)[] {
    const listed = new Set<string>();
    const startedAt = new Map<string, number>();
    for (const entry of [...entries].sort(byAge)) {
      const found = readListed(entry);
      if (found === undefined) continue;
      listed.add(found.snapshot.id);
      const isNew = this.#table.get(found.snapshot.id) === undefined;
      const channel = this.#table.upsert(found.snapshot);
      if (channel === undefined) continue;
      this.#table.patch(channel, isNew ? found.more : { bridge: found.more.bridge });
      const began = at - parseLength(entry.get('Duration'));
      const { linkedid } = channel;
      startedAt.set(linkedid, Math.min(began, startedAt.get(linkedid) ?? began));
    }
    for (const channel of this.#table.all) {
      if (channel.order <= mark && !listed.has(channel.id)) this.#table.remove(channel);
    }
    const steps: (Call | EndedCall)[] = [];
    for (const id of this.#table.takeTouched()) this.#renew(id, at, steps, startedAt.get(id));
    return steps;
  }

  #renew(id: string, at: number, steps: (Call | EndedCall)[], startedAt = at): void {
    const description = describeCall(id, this.#table);
    let history = this.#calls.get(id);
    if (description !== undefined) {
      if (history === undefined) this.#calls.set(id, (history = new CallHistory(id, startedAt)));
      steps.push(history.update(description, at));
    } else if (history !== undefined) {
      this.#calls.delete(id);
      const ended = history.end(at, this.#successorOf(history));
      if (ended !== undefined) steps.push(ended);
    }
  }

  /** Where the first party of a call that has ended went on to, if it is still up. */
  #successorOf({ call }: CallHistory): string | undefined {
    for (const channel of this.#table.all) {
      if (channel.name === call?.who.channel) return channel.linkedid;
    }
    return undefined;
  }
}

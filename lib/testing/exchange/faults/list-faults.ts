import { ArmedFaults } from './armed-faults.js';
import type { FaultOf } from './fault.js';
import { readMessage } from './split-messages.js';

/** A fault of lists. */
type ListFault = FaultOf<'endless-list' | 'list-cancelled'>;

/** A list that something happens to. */
interface Open {
  readonly fault: ListFault;
  readonly actionId: string | undefined;
  entries: number;
  lastEntry: string;
}

/** Keeps the lists of a connection from their ends, or gives them up. */
export class ListFaults {
  readonly armed = new ArmedFaults<ListFault>();
  #open: Open | undefined;

  /** Whether anything is to happen to a list. */
  get isArmed(): boolean {
    return !this.armed.isEmpty || this.#open !== undefined;
  }

  /**
   * What goes out in place of a message: texts, and milliseconds to wait in between.
   *
   * @param action - The name of the action that it answers, where that is known.
   */
  take(text: string, action: string | undefined): Iterable<string | number> {
    const message = readMessage(text);
    const state = message.get('EventList')?.toLowerCase();
    const open = this.#open;
    if (!message.has('Event')) {
      // Another response to the same action ends its list, as that of ShowDialPlan.
      if (open?.actionId === message.actionId) this.#open = undefined;
      if (state === 'start' && this.#open === undefined) this.#begin(message.actionId, action);
      return [text];
    }
    if (open === undefined || message.actionId !== open.actionId) return [text];
    if (state !== undefined) {
      this.#open = undefined;
      return this.#end(open, text);
    }
    open.entries++;
    open.lastEntry = text;
    const { fault } = open;
    const isGivenUp = fault.kind === 'list-cancelled' && open.entries > (fault.entries ?? 1);
    return isGivenUp ? [] : [text];
  }

  /** Forgets what was to happen. */
  clear(): void {
    this.armed.clear();
    this.#open = undefined;
  }

  #begin(actionId: string | undefined, action: string | undefined): void {
    const fault = this.armed.take(action);
    if (fault !== undefined) this.#open = { fault, actionId, entries: 0, lastEntry: '' };
  }

  #end({ fault, entries, lastEntry }: Open, text: string): Iterable<string | number> {
    if (fault.kind === 'list-cancelled') {
      return [cancel(text, Math.min(entries, fault.entries ?? 1))];
    }
    if (entries > 0) return again(lastEntry, fault, text);
    // There was nothing to go on with; the next list may have something.
    this.armed.arm(fault);
    return [text];
  }
}

function cancel(end: string, entries: number): string {
  return end
    .replace(/^EventList: .*$/im, 'EventList: Cancelled')
    .replace(/^ListItems: .*$/im, `ListItems: ${entries}`);
}

function* again(
  entry: string,
  { entries = 1000, everyMs = 10 }: FaultOf<'endless-list'>,
  end: string,
): Generator<string | number> {
  for (let i = 0; i < entries; i++) yield* [everyMs, entry];
  yield* [everyMs, end];
}

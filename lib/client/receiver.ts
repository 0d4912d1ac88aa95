import type { Subscriber } from 'rxjs';
import type { Message } from '../wire/index.js';

/** What of an answer is wanted: everything, the first response, or the entries of a list. */
export type Wanted = 'all' | 'response' | 'entries';

/** Who is told of an answer. */
export interface Receiver {
  next(message: Message): void;
  error(error: unknown): void;
  complete(): void;
}

/** Counts the actions that have no final answer. */
export interface Tally {
  /** Takes the change of the count. */
  add(change: 1 | -1): void;
}

/** A subscriber whose action counts as pending until its end is told, or it unsubscribes. */
export class CountedReceiver implements Receiver {
  #isPending = true;

  constructor(
    private readonly subscriber: Subscriber<Message>,
    private readonly tally: Tally,
  ) {
    tally.add(1);
  }

  next(message: Message): void {
    this.subscriber.next(message);
  }

  error(error: unknown): void {
    this.release();
    this.subscriber.error(error);
  }

  complete(): void {
    this.release();
    this.subscriber.complete();
  }

  /** Counted off before the end is told, so that "pending" is right when it is. */
  release(): void {
    if (!this.#isPending) return;
    this.#isPending = false;
    this.tally.add(-1);
  }
}

import type { AmiEvent } from '../../wire/index.js';
import type { Cause } from './change.js';

/** What is being done to the models of an exchange right now, and when. */
export class Context {
  /** The moment, in milliseconds since 1970. */
  at = 0;
  /** Told by a model that something may have changed of which no event tells. */
  onStale: (model: object) => void = () => undefined;
  #event: AmiEvent | undefined;
  #cause: Cause = { type: 'seed' };

  /** Why things change; made for an event when somebody asks. */
  get cause(): Cause {
    if (this.#event !== undefined) {
      this.#cause = { type: 'event', event: this.#event };
      this.#event = undefined;
    }
    return this.#cause;
  }

  /** Whether lists are being taken in, and no event. */
  get isListing(): boolean {
    return this.#cause.type !== 'event' && this.#event === undefined;
  }

  /** An event has come. */
  takeEvent(event: AmiEvent, at: number): void {
    this.at = at;
    this.#event = event;
  }

  /** The state is brought in line with what the exchange lists. */
  take(type: 'seed' | 'resync' | 'check', at: number): void {
    this.at = at;
    this.#event = undefined;
    this.#cause = { type };
  }
}

import type { AmiEvent } from '../../wire/index.js';
import type { Cause } from './change.js';
import { ownText } from './own-text.js';

/** What is being done to the models of an exchange right now, and when. */
export class Context {
  /** The moment, in milliseconds since 1970. */
  at = 0;
  /** The line of the event where that begins which is not about what its channel is like. */
  rest = 0;
  /** The last moment at which the state was known to be that of the exchange, while lists are taken in. */
  seenAt: number | undefined;
  /** Told by a model that something may have changed of which no event tells. */
  onStale: (model: object) => void = () => undefined;
  #event: AmiEvent | undefined;
  #uniqueid: string | undefined;
  #destUniqueid: string | undefined;
  #cause: Cause | undefined = { type: 'seed' };

  /** Why things change; made for an event when somebody asks. */
  get cause(): Cause {
    return (this.#cause ??=
      this.#event === undefined ? { type: 'seed' } : { type: 'event', event: this.#event });
  }

  /** Whether lists are being taken in, and no event. */
  get isListing(): boolean {
    return this.#event === undefined;
  }

  /**
   * The Uniqueid in the event, to be kept; empty where there is none. The model that knows the channel
   * says how it is kept there: the same string is found sooner than an equal one.
   */
  get uniqueid(): string {
    return (this.#uniqueid ??= ownText(this.#event?.get('Uniqueid') ?? ''));
  }

  set uniqueid(known: string) {
    this.#uniqueid = known;
  }

  /** The same of the channel that is dialled, or that of a member of a queue. */
  get destUniqueid(): string {
    return (this.#destUniqueid ??= ownText(this.#event?.get('DestUniqueid') ?? ''));
  }

  set destUniqueid(known: string) {
    this.#destUniqueid = known;
  }

  /** A field of the event that comes behind those about its channel. */
  get(name: string): string | undefined {
    return this.#event?.get(name, this.rest) ?? this.#event?.get(name);
  }

  /** An event has come. */
  takeEvent(event: AmiEvent, at: number): void {
    this.at = at;
    this.rest = 0;
    this.#event = event;
    this.#uniqueid = undefined;
    this.#destUniqueid = undefined;
    this.#cause = undefined;
  }

  /** The state is brought in line with what the exchange lists. */
  take(type: 'seed' | 'resync' | 'check', at: number): void {
    this.at = at;
    this.#event = undefined;
    this.#cause = { type };
  }
}

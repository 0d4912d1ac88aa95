import type { EventClass } from './event-class.js';

/** How an action of the table is answered beyond one response. */
export interface ListAction {
  /**
   * - `'list'`: entries, then a complete event, if the response announces them.
   * - `'event'`: a success is followed by one event that is the result.
   * - `'bare-event'`: one event and no response.
   * - `'response'`: one response that holds the whole list in repeated fields.
   * - `'unanswered'`: nothing that could be told from other traffic.
   */
  readonly kind: 'list' | 'event' | 'bare-event' | 'response' | 'unanswered';
  /** Names of the entry events, or of the one event. */
  readonly entries: readonly string[];
  /** Name of the event that ends the list. */
  readonly complete?: string;
  /** What a `Response: Error` says where it means an empty list. */
  readonly none?: RegExp;
  /** The event goes to every session that may read this class, and is one of `events$` as well. */
  readonly broadcast?: EventClass;
  /** The entries come without an ActionID. */
  readonly anonymous?: true;
  /** How many responses come, where it is not one. */
  readonly responses?: number;
  /** The first major version that has it no more. */
  readonly removedIn?: number;
}

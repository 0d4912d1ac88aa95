import type { UntypedEvent } from '../catalogue/index.js';
import type { Response } from '../wire/index.js';

/** The whole answer to a list action. */
export interface Collection<E = UntypedEvent, C = UntypedEvent, R extends Response = Response> {
  /** The response that announced the list, or said that there is none. */
  readonly response: R;
  /** The entries, in order, decoded. */
  readonly entries: readonly E[];
  /** The event that ended the list, with totals; `undefined` where the server sent none. */
  readonly complete: C | undefined;
}

import type { AmiEvent, Response } from '../wire/index.js';

/** The whole answer to a list action. */
export interface Collection {
  /** The response that announced the list, or said that there is none. */
  readonly response: Response;
  /** The entries, in order. */
  readonly entries: readonly AmiEvent[];
  /** The event that ended the list, with totals; `undefined` where the server sent none. */
  readonly complete: AmiEvent | undefined;
}

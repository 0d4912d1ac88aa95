import { AmiError } from './ami-error.js';
import type { Outcome } from './outcome.js';

/**
 * An action got no answer in time, or its list went silent before its end, or the action was held
 * for a connection that did not come.
 *
 * `outcome` tells the last case (`'not-sent'`) from the others (`'unknown'`).
 */
export class ActionTimeoutError extends AmiError {
  override readonly name = 'ActionTimeoutError' as const;
  readonly code = 'AMI_ACTION_TIMEOUT' as const;

  constructor(
    /** Name of the action. */
    readonly action: string,
    /** The ActionID that it was sent with; `undefined` if it was not sent. */
    readonly actionId: string | undefined,
    /** The time that had passed without a message for it, in milliseconds. */
    readonly timeoutMs: number,
    /** `'not-sent'`: safe to send again. `'unknown'`: it may have been carried out. */
    readonly outcome: Outcome,
    /** Whether the server had accepted it, so that only the rest of the answer is missing. */
    readonly isAccepted = false,
  ) {
    const what =
      outcome === 'not-sent'
        ? 'was not sent, there being no session,'
        : isAccepted
          ? 'was accepted, but got no more of its answer'
          : 'got no answer';
    super(`${action} ${what} within ${timeoutMs} ms`);
  }
}

import { AmiError } from './ami-error.js';
import type { Outcome } from './outcome.js';

/**
 * A session that was up is gone: the peer closed or reset it, or no longer answers.
 *
 * As the error of an action it names the action, and `outcome` says whether it may have been
 * carried out. As the cause in `status$` it has neither `action` nor `actionId`.
 */
export class ConnectionLostError extends AmiError {
  override readonly name = 'ConnectionLostError' as const;
  readonly code = 'AMI_CONNECTION_LOST' as const;

  constructor(
    message: string,
    /** `'not-sent'`: safe to send again. `'unknown'`: it may have been carried out. */
    readonly outcome: Outcome,
    /** Name of the action that was waiting for its answer. */
    readonly action?: string,
    /** Its ActionID. */
    readonly actionId?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

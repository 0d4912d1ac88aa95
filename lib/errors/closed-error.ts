import { AmiError } from './ami-error.js';
import type { Outcome } from './outcome.js';

/**
 * The user closed the client (`close()`, `end()`) before the action had its answer, or asked for
 * an action after that.
 */
export class ClosedError extends AmiError {
  override readonly name = 'ClosedError' as const;
  readonly code = 'AMI_CLOSED' as const;

  constructor(
    /** Name of the action. */
    readonly action: string,
    /** `'not-sent'`: safe to send again. `'unknown'`: it may have been carried out. */
    readonly outcome: Outcome,
    /** The ActionID that it was sent with; `undefined` if it was not sent. */
    readonly actionId?: string,
  ) {
    super(
      outcome === 'not-sent'
        ? `${action} was not sent: the client is closed`
        : `The client was closed before ${action} had its answer`,
    );
  }
}

import { AmiError } from './ami-error.js';

/**
 * An action that would not arrive as it was meant: refused before a byte is sent.
 *
 * Reasons are line breaks and NUL (which would inject other fields or actions), lines that
 * Asterisk cuts off, more fields than it reads, and names that it does not recognise; and of an
 * action of the catalogue, a field that is required and missing, or of the wrong type.
 */
export class InvalidActionError extends AmiError {
  override readonly name = 'InvalidActionError' as const;
  readonly code = 'AMI_INVALID_ACTION' as const;

  constructor(
    /** Name of the action. */
    readonly action: string,
    /** Everything that is wrong with it, one sentence each, without the values. */
    readonly faults: readonly string[],
  ) {
    super(`${JSON.stringify(action)} is no valid action: ${faults.join('; ')}`);
  }
}

import { AmiError } from './ami-error.js';
import type { MessageView } from './message-view.js';

/**
 * The server understood the action and refused it: its answer was `Response: Error`, or an
 * asynchronous Originate ended by `OriginateResponse` with `Response: Failure`.
 *
 * The connection is fine, and sending the same again will most likely be refused again.
 */
export class ActionError extends AmiError {
  override readonly name = 'ActionError' as const;
  readonly code = 'AMI_ACTION' as const;

  constructor(
    message: string,
    /** Name of the refused action. */
    readonly action: string,
    /** The ActionID that it was sent with. */
    readonly actionId: string,
    /** The server's answer. */
    readonly response: MessageView,
  ) {
    super(message);
  }
}

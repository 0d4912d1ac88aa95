import { AmiError } from './ami-error.js';
import type { MessageView } from './message-view.js';

/**
 * The server refused the login. Final by default: `connect` does not try again, since a wrong
 * secret does not become right, and repeated attempts get a host banned.
 *
 * Asterisk answers an unknown user, a wrong secret and a forbidden address with the same text;
 * its log, or another session that reads the `security` class, tells which it was.
 */
export class AuthenticationError extends AmiError {
  override readonly name = 'AuthenticationError' as const;
  readonly code = 'AMI_AUTHENTICATION' as const;
  /** There was no session, so an action that fails with this was not sent. */
  readonly outcome = 'not-sent' as const;

  constructor(
    message: string,
    /** The server's refusal. */
    readonly response: MessageView,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

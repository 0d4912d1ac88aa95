import { AmiError } from './ami-error.js';

/**
 * How far the attempt had come: `'dial'` (the socket), `'tls'` (the handshake and the
 * certificate), `'greeting'` (Asterisk's first line), `'login'` (between greeting and `online`).
 */
export type ConnectPhase = 'dial' | 'tls' | 'greeting' | 'login';

/**
 * No session could be opened: refused, unreachable, timed out, a certificate that is not trusted,
 * a peer that is not an Asterisk Manager, or a server that is shutting down or will take no
 * second login of this user at the moment.
 *
 * `connect` tries again by its policy. A refused secret is an {@link AuthenticationError} instead.
 */
export class ConnectError extends AmiError {
  override readonly name = 'ConnectError' as const;
  readonly code = 'AMI_CONNECT' as const;
  /** There was no session, so an action that fails with this was not sent. */
  readonly outcome = 'not-sent' as const;

  constructor(
    message: string,
    /** How far the attempt had come. */
    readonly phase: ConnectPhase,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

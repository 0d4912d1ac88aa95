/**
 * How it stands with a registration. `requesting` waits for an answer, `timed-out` has waited in vain,
 * `unauthenticated` lacks the secret that the other side asks for.
 */
export type RegistrationState =
  | 'registered'
  | 'unregistered'
  | 'rejected'
  | 'failed'
  | 'requesting'
  | 'timed-out'
  | 'unauthenticated'
  | 'unknown';

/**
 * A registration of the exchange with another one. Its values do not change; an event makes a new one.
 */
export interface Registration {
  /** Technology, username and server, such as `SIP/me@sip.example.org`. */
  readonly id: string;
  /** `PJSIP`, `SIP` or `IAX2`. */
  readonly technology: string;
  /** Of PJSIP: the name of its section; known once it has been listed. */
  readonly name: string | undefined;
  /** As whom the exchange registers: of PJSIP the `client_uri`. */
  readonly username: string;
  /** With whom: of PJSIP the `server_uri`, of SIP the host, of IAX2 the address and port. */
  readonly server: string;
  /** How it stands. */
  readonly state: RegistrationState;
  /** Why it was refused, where the technology says so. */
  readonly cause: string | undefined;
}

/**
 * Whether a contact answers when the exchange asks it from time to time; `unqualified` where it is not
 * asked, or has not been yet.
 */
export type ContactState = 'reachable' | 'unreachable' | 'unqualified';

/** Where an endpoint of PJSIP can be called. Its values do not change; an event makes a new one. */
export interface Contact {
  /** Its address, such as `sip:alice@192.0.2.7:5060`. */
  readonly uri: string;
  /** The address of record that it is registered with, or configured in. */
  readonly aor: string | undefined;
  /** Whether it answers; `undefined` of configured ones of which nothing has been heard. */
  readonly state: ContactState | undefined;
  /** How long it took to answer, while it is reachable; told when it is listed, and when that changes. */
  readonly roundTripMs: number | undefined;
  /** What the phone calls itself; known once it has been listed. */
  readonly userAgent: string | undefined;
  /**
   * When the registration ends, in milliseconds since 1970; known once it has been listed. Configured
   * contacts stay.
   */
  readonly expiresAt: number | undefined;
}

import type { AmiClient } from '../client/index.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import { registrationKind } from './endpoints/registration-model.js';
import type { Registration } from './endpoints/registration.js';

/**
 * The registrations of an exchange with others, such as its trunks, by technology, username and server
 * (`SIP/me@sip.example.org`): how they stand.
 *
 * Read from `PJSIPShowRegistrationsOutbound`, `SIPshowregistry` and `IAXregistry`, as far as the
 * exchange has them; kept by `Registry` (`main/stasis_system.c`). Passwords are not read. See
 * {@link Live} for when the streams emit, error and complete; unsubscribing from all of them ends the
 * tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveRegistrations } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveRegistrations(ami).changes$.subscribe(({ value }) => {
 *   if (value !== undefined) console.log(value.server, value.state, value.cause);
 * });
 * ```
 */
export function liveRegistrations(ami: AmiClient, options?: LiveOptions): Live<Registration> {
  return liveOf(ami, registrationKind, options);
}

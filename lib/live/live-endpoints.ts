import type { AmiClient } from '../client/index.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import { endpointKind } from './endpoints/endpoint-model.js';
import type { Endpoint } from './endpoints/endpoint.js';

/**
 * The phones and trunks of an exchange, by technology and name (`PJSIP/alice`): whether they answer,
 * what their devices do, and where they have registered.
 *
 * Read from `PJSIPShowEndpoints`, `PJSIPShowRegistrationInboundContactStatuses`, `SIPpeers`,
 * `IAXpeerlist` and `DeviceStateList`, as far as the exchange has them; kept by `ContactStatus`,
 * `PeerStatus` and `DeviceStateChange` (`main/stasis_endpoints.c`). Passwords are not read. See
 * {@link Live} for when the streams emit, error and complete; unsubscribing from all of them ends the
 * tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveEndpoints } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveEndpoints(ami).changes$.subscribe(({ key, value }) => {
 *   if (value?.reachability === 'unreachable') console.log(`${key} does not answer`);
 * });
 * ```
 */
export function liveEndpoints(ami: AmiClient, options?: LiveOptions): Live<Endpoint> {
  return liveOf(ami, endpointKind, options);
}

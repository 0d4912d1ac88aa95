import type { DeviceState } from '../devices/device-state.js';
import { keepSame } from '../core/keep-same.js';
import type { Contact } from './contact.js';
import type { Endpoint, Reachability } from './endpoint.js';

/** An endpoint with some of it replaced; the same one where that is nothing new. */
export function updateEndpoint(known: Endpoint, news: Partial<Endpoint>): Endpoint {
  const next = { ...known, ...news };
  const contacts = keepContacts(known.contacts, next.contacts);
  const isRegistered = contacts.size > 0 || next.address !== undefined;
  return keepSame(known, { ...next, contacts, isRegistered });
}

/** What the state of its device says of an endpoint. */
export function withDeviceState(known: Endpoint, deviceState: DeviceState | undefined): Endpoint {
  const said = known.technology === 'PJSIP' ? reachabilityOf(deviceState) : undefined;
  return updateEndpoint(known, { deviceState, reachability: said ?? known.reachability });
}

/**
 * Of PJSIP a device that rests is as its endpoint is. In a call it may have become unreachable
 * meanwhile.
 *
 * Source: `chan_pjsip_devicestate` in `channels/chan_pjsip.c`.
 */
function reachabilityOf(deviceState: DeviceState | undefined): Reachability | undefined {
  if (deviceState === 'not-in-use') return 'reachable';
  return deviceState === 'unavailable' ? 'unreachable' : undefined;
}

function keepContacts(
  known: ReadonlyMap<string, Contact>,
  next: ReadonlyMap<string, Contact>,
): ReadonlyMap<string, Contact> {
  if (known === next || known.size !== next.size) return next;
  for (const [uri, contact] of next) if (known.get(uri) !== contact) return next;
  return known;
}

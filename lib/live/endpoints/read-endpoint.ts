import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import { readDeviceState } from '../devices/device-state.js';
import type { Contact } from './contact.js';
import type { Endpoint } from './endpoint.js';
import { readContactDetail, readContactNames } from './read-contact.js';
import { updateEndpoint, withDeviceState } from './update-endpoint.js';

/** Entries of contacts by their URI. */
export type ContactDetails = ReadonlyMap<string, AmiEvent>;

/** What an entry of `PJSIPShowEndpoints` says of an endpoint, with what is listed of its contacts. */
export function readEndpoint(entry: AmiEvent, known: Endpoint, details: ContactDetails): Endpoint {
  const contacts = new Map<string, Contact>();
  for (const { aor, uri } of readContactNames(entry.get('Contacts') ?? '')) {
    const contact = known.contacts.get(uri) ?? newContact(uri, aor);
    const detail = details.get(uri);
    contacts.set(uri, detail === undefined ? contact : readContactDetail(detail, contact));
  }
  const endpoint = updateEndpoint(known, {
    contacts,
    aors: readNames(entry, 'Aor', known.aors),
    auths: readNames(entry, 'Auths', known.auths),
    transport: readText(entry, 'Transport'),
  });
  return withDeviceState(endpoint, readDeviceState(entry.get('DeviceState')) ?? known.deviceState);
}

function newContact(uri: string, aor: string): Contact {
  return {
    uri,
    aor,
    state: undefined,
    roundTripMs: undefined,
    userAgent: undefined,
    expiresAt: undefined,
  };
}

function readNames(entry: AmiEvent, field: string, known: readonly string[]): readonly string[] {
  const text = entry.get(field) ?? '';
  const names = text.split(',').map((name) => ownText(name.trim()));
  const next = names.filter((name) => name !== '');
  return next.join() === known.join() ? known : next;
}

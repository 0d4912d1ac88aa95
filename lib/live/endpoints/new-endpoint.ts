import { ownText } from '../core/own-text.js';
import type { Contact } from './contact.js';
import type { Endpoint } from './endpoint.js';

const noContacts: ReadonlyMap<string, Contact> = new Map();
const none: readonly string[] = [];

/** An endpoint of which nothing is known but its name. */
export function newEndpoint(technology: string, name: string): Endpoint {
  return {
    id: ownText(`${technology}/${name}`),
    technology: ownText(technology),
    name: ownText(name),
    deviceState: undefined,
    reachability: undefined,
    isRegistered: false,
    contacts: noContacts,
    aors: none,
    auths: none,
    transport: undefined,
    address: undefined,
    port: undefined,
    isDynamic: undefined,
    roundTripMs: undefined,
  };
}

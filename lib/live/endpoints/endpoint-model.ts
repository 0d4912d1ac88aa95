import { forkJoin, map, merge } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { reconcile } from '../core/reconcile.js';
import { readText } from '../core/read-value.js';
import { deviceKind } from '../devices/device-model.js';
import type { DeviceModel } from '../devices/device-model.js';
import { readDeviceState } from '../devices/device-state.js';
import { EndpointLists } from './endpoint-lists.js';
import type { Endpoint } from './endpoint.js';
import { newEndpoint } from './new-endpoint.js';
import { readContactDetail, readContactState, readContactStatus } from './read-contact.js';
import type { ContactDetails } from './read-endpoint.js';
import { readPeerStatus } from './read-peer.js';
import { updateEndpoint, withDeviceState } from './update-endpoint.js';

/** The endpoints of PJSIP, and the peers of chan_sip and IAX2. */
export class EndpointModel implements Model<Endpoint> {
  readonly table: EntityTable<Endpoint>;
  // A phone that registers anew changes its expiry, and an answer the round-trip time, without an event.
  readonly isPolled = true;
  readonly #context: Context;
  readonly #devices: DeviceModel;

  constructor(context: Context, devices: DeviceModel) {
    this.#context = context;
    this.#devices = devices;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    ContactStatus: (event) => {
      this.#takeContact(event);
    },
    PeerStatus: (event) => {
      const [, technology, name] = /^([^/]+)\/(.+)$/.exec(event.get('Peer') ?? '') ?? [];
      if (technology === undefined || name === undefined) return;
      const known = this.table.get(`${technology}/${name}`);
      const endpoint = known ?? this.#made(technology, name);
      const next = readPeerStatus(event, endpoint);
      // Of who is not there nothing is to be said that would make it known.
      if (known === undefined && (next === endpoint || next.reachability === 'unreachable')) return;
      this.table.put(next.id, next);
      // No event tells the port of an IAX2 peer, nor that it answers for the first time.
      if (known === undefined || next.address !== known.address) this.#context.onStale(this);
    },
    DeviceStateChange: (event) => {
      const known = this.table.get(event.get('Device'));
      const state = readDeviceState(event.get('State'));
      if (known === undefined || state === undefined) return;
      this.table.put(known.id, withDeviceState(known, state));
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    const endpoints$ = ask('PJSIPShowEndpoints');
    const contacts$ = ask('PJSIPShowRegistrationInboundContactStatuses');
    const sip$ = ask('SIPpeers');
    const iax$ = ask('IAXpeerlist');
    if (isCheck) {
      return forkJoin([endpoints$, contacts$, sip$, iax$]).pipe(
        map(([endpoints, contacts, sip, iax]) => {
          const lists = this.#lists(contacts).addEndpoints(endpoints).addPeers('SIP', sip);
          this.#reconcile(lists.addPeers('IAX2', iax), isCheck);
        }),
      );
    }
    // Each is taken in when it comes: what is known meanwhile is newer.
    return merge(
      this.#takeEach(endpoints$, (entries) => this.#lists().addEndpoints(entries)),
      contacts$.pipe(
        map((contacts) => {
          this.#completeContacts(this.#lists(contacts).details);
        }),
      ),
      this.#takeEach(sip$, (entries) => this.#lists().addPeers('SIP', entries)),
      this.#takeEach(iax$, (entries) => this.#lists().addPeers('IAX2', entries)),
    );
  }

  #takeEach(
    list$: ReturnType<Ask>,
    listsOf: (entries: readonly AmiEvent[] | undefined) => EndpointLists,
  ): Observable<unknown> {
    return list$.pipe(
      map((entries) => {
        this.#reconcile(listsOf(entries), false);
      }),
    );
  }

  #lists(contacts?: readonly AmiEvent[]): EndpointLists {
    return new EndpointLists(contacts, (id) => this.#devices.table.get(id)?.state);
  }

  #reconcile({ listed, technologies }: EndpointLists, isCheck: boolean): void {
    reconcile(this.table, listed, {
      isCheck,
      covers: (id) => technologies.has(id.slice(0, id.indexOf('/'))),
    });
  }

  #takeContact(event: AmiEvent): void {
    const name = readText(event, 'EndpointName');
    const uri = event.get('URI') ?? '';
    if (name === undefined || uri === '') return;
    const known = this.table.get(`PJSIP/${name}`);
    const status = event.get('ContactStatus');
    if (status === 'Removed') {
      if (known?.contacts.has(uri) === true) this.#putContacts(known, without(known, uri));
      return;
    }
    const state = readContactState(status);
    // Earlier versions say no more than that a contact is not what it was.
    if (status === 'Updated') this.#context.onStale(this);
    if (state === undefined) return;
    if (known === undefined) this.#context.onStale(this);
    const endpoint = known ?? this.#made('PJSIP', name);
    const contact = readContactStatus(event, state, endpoint.contacts.get(uri));
    this.#putContacts(endpoint, new Map(endpoint.contacts).set(contact.uri, contact));
  }

  /** Takes in what is listed of contacts, beyond their addresses. */
  #completeContacts(details: ContactDetails): void {
    if (details.size === 0) return;
    for (const endpoint of [...this.table.map.values()]) {
      const contacts = new Map(endpoint.contacts);
      for (const [uri, contact] of endpoint.contacts) {
        const detail = details.get(uri);
        if (detail !== undefined) contacts.set(uri, readContactDetail(detail, contact));
      }
      this.#putContacts(endpoint, contacts);
    }
    for (const [uri, detail] of details) {
      const name = readText(detail, 'EndpointName');
      if (name === undefined) continue;
      const endpoint = this.table.get(`PJSIP/${name}`) ?? this.#made('PJSIP', name);
      if (endpoint.contacts.has(uri)) continue;
      const contact = readContactDetail(detail, undefined);
      this.#putContacts(endpoint, new Map(endpoint.contacts).set(contact.uri, contact));
    }
  }

  #putContacts(endpoint: Endpoint, contacts: Endpoint['contacts']): void {
    this.table.put(endpoint.id, updateEndpoint(endpoint, { contacts }));
  }

  #made(technology: string, name: string): Endpoint {
    const endpoint = newEndpoint(technology, name);
    return withDeviceState(endpoint, this.#devices.table.get(endpoint.id)?.state);
  }
}

function without({ contacts }: Endpoint, uri: string): Endpoint['contacts'] {
  const left = new Map(contacts);
  left.delete(uri);
  return left;
}

/** The kind of endpoints. */
export const endpointKind: Kind<EndpointModel> = {
  name: 'endpoints',
  needs: [deviceKind],
  create: (context, modelOf) => new EndpointModel(context, modelOf(deviceKind)),
};

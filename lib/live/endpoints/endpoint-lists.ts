import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import type { DeviceState } from '../devices/device-state.js';
import type { Endpoint } from './endpoint.js';
import { newEndpoint } from './new-endpoint.js';
import { readEndpoint } from './read-endpoint.js';
import type { ContactDetails } from './read-endpoint.js';
import { readPeer } from './read-peer.js';
import { withDeviceState } from './update-endpoint.js';

/** What the lists of the channel technologies say, put together. */
export class EndpointLists {
  /** How each entry changes what is known. */
  readonly listed = new Map<string, (known: Endpoint | undefined) => Endpoint>();
  /** The technologies that have a list. */
  readonly technologies = new Set<string>();
  /** What is listed of contacts. */
  readonly details: ContactDetails;

  constructor(
    contacts: readonly AmiEvent[] | undefined,
    private readonly deviceState: (id: string) => DeviceState | undefined,
  ) {
    const details = new Map(contacts?.map((entry) => [entry.get('URI') ?? '', entry]));
    details.delete('');
    this.details = details;
  }

  /** The entries of `PJSIPShowEndpoints`. */
  addEndpoints(entries: readonly AmiEvent[] | undefined): this {
    this.#add('PJSIP', entries, (entry, known) => readEndpoint(entry, known, this.details));
    return this;
  }

  /** The entries of `SIPpeers` or `IAXpeerlist`, which say nothing of devices. */
  addPeers(technology: 'SIP' | 'IAX2', entries: readonly AmiEvent[] | undefined): this {
    this.#add(technology, entries, (entry, known) =>
      withDeviceState(readPeer(entry, known), this.deviceState(known.id)),
    );
    return this;
  }

  #add(
    technology: string,
    entries: readonly AmiEvent[] | undefined,
    read: (entry: AmiEvent, known: Endpoint) => Endpoint,
  ): void {
    if (entries === undefined) return;
    this.technologies.add(technology);
    for (const entry of entries) {
      const name = entry.get('ObjectName') ?? '';
      if (name === '') continue;
      this.listed.set(ownText(`${technology}/${name}`), (known) =>
        read(entry, known ?? newEndpoint(technology, name)),
      );
    }
  }
}

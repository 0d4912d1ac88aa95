import type { AmiEvent } from '../../wire/index.js';
import { readFlag, readNumber } from '../core/read-value.js';
import type { Endpoint, Reachability } from './endpoint.js';
import { readEventAddress, readListedAddress } from './read-address.js';
import { updateEndpoint } from './update-endpoint.js';

const listedStates: ReadonlyMap<string | undefined, Reachability> = new Map([
  ['OK', 'reachable'],
  ['LAGGED', 'lagged'],
  ['UNREACHABLE', 'unreachable'],
  ['Unmonitored', 'unmonitored'],
]);

const eventStates: ReadonlyMap<string | undefined, Reachability> = new Map([
  ['Reachable', 'reachable'],
  ['Lagged', 'lagged'],
  ['Unreachable', 'unreachable'],
]);

/**
 * What a `PeerEntry` of `SIPpeers` or `IAXpeerlist` says of a peer: its `Status` is such as
 * `OK (12 ms)`. Of a peer that has gone it is still what it was.
 */
export function readPeer(entry: AmiEvent, known: Endpoint): Endpoint {
  const place = readListedAddress(entry);
  const [, word, ms] = /^(\w+)(?: \((\d+) ms\))?/.exec(entry.get('Status') ?? '') ?? [];
  const said = listedStates.get(word);
  const isThere = place.address !== undefined;
  return updateEndpoint(known, {
    ...place,
    isDynamic: readFlag(entry, 'Dynamic') ?? known.isDynamic,
    reachability: isThere || said === 'unmonitored' ? said : undefined,
    roundTripMs: isThere && ms !== undefined ? Number(ms) : undefined,
  });
}

/** What a `PeerStatus` says of an endpoint; the same endpoint where it says nothing of its state. */
export function readPeerStatus(event: AmiEvent, known: Endpoint): Endpoint {
  const status = event.get('PeerStatus');
  if (status === 'Registered') {
    const place = readEventAddress(event);
    if (place === undefined) return known;
    const port = place.port ?? (place.address === known.address ? known.port : undefined);
    return updateEndpoint(known, { address: place.address, port });
  }
  if (status === 'Unregistered') {
    return updateEndpoint(known, {
      address: undefined,
      port: undefined,
      reachability: known.reachability === 'unmonitored' ? 'unmonitored' : undefined,
      roundTripMs: undefined,
    });
  }
  const reachability = eventStates.get(status);
  if (reachability === undefined) return known;
  const time = readNumber(event, 'Time') ?? known.roundTripMs;
  const roundTripMs = reachability === 'unreachable' ? undefined : time;
  return updateEndpoint(known, { reachability, roundTripMs });
}

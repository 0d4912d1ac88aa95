import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readNumber, readText } from '../core/read-value.js';

/** Where a peer is. */
export interface PeerAddress {
  readonly address: string | undefined;
  readonly port: number | undefined;
}

const nowhere: PeerAddress = { address: undefined, port: undefined };

/** The `IPaddress` of an entry of a list, and its port under either name. */
export function readListedAddress(entry: AmiEvent): PeerAddress {
  const address = readText(entry, 'IPaddress');
  if (address === undefined || address === '-none-' || address === '(Unspecified)') return nowhere;
  return { address, port: readNumber(entry, 'IPport') ?? readNumber(entry, 'Port') };
}

/** The `Address` of an event, which may have the port in it; `undefined` where there is none. */
export function readEventAddress(event: AmiEvent): PeerAddress | undefined {
  const text = readText(event, 'Address');
  if (text === undefined) return undefined;
  const [, inBrackets, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  return {
    address: ownText(inBrackets ?? plain ?? text),
    port: port === undefined ? readNumber(event, 'Port') : Number(port),
  };
}

import type { Party as LiveParty } from '../../live/index.js';
import { clean } from '../text/clean.js';

/** Somebody in a call, as far as the exchange knows. */
export interface Party extends LiveParty {
  /** The channel's name, such as `PJSIP/alice-0000002a`. */
  readonly channel: string;
  /** The id of the call that the channel counts as of, where that is another one. */
  readonly call: string | undefined;
}

/** A party for people: `Anna Fischer <201>`, or as much of it as is known. */
export function toPartyText({ name, number, channel }: Partial<Party>): string {
  if (name !== undefined && number !== undefined) return clean(`${name} <${number}>`);
  return clean(name ?? number ?? channel?.replace(/-[\da-f]{8}(?:;[12])?$/, '') ?? 'somebody');
}

/** A party where there is little room: the name, or what there is instead. */
export function toShortPartyText({ name, ...rest }: Party): string {
  return toPartyText(name === undefined ? rest : { name });
}

/** Parties for people. */
export function toPartiesText(
  parties: readonly Party[],
  toText: (party: Party) => string = toPartyText,
): string {
  return parties.map((party) => toText(party)).join(', ');
}

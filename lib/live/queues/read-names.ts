import type { Party } from '../channels/channel.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import type { Fields } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';

/** The first of some fields that says something; not to be kept. */
export function textIn(event: Fields, ...fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const text = event.get(field);
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

/** The interface of the member that an event or an entry of a list is about; not to be kept. */
export function interfaceIn(event: Fields): string | undefined {
  return textIn(event, 'Interface', 'Location');
}

/** A text to be kept: what is known, where it is the same or nothing is said. */
export function keepText<T extends string | undefined>(
  text: string | undefined,
  known: T,
): string | T {
  return text === undefined || text === known ? known : ownText(text);
}

/** Who is at one end of a channel, by the fields of `CallerID…` or `ConnectedLine…`. */
export function readParty(event: Fields, prefix: string, known: Party | undefined): Party {
  const number = readText(event, `${prefix}Num`);
  const name = readText(event, `${prefix}Name`);
  return keepSame(known, { number, name });
}

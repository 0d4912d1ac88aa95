import type { AmiEvent } from '../../wire/index.js';
import { readText } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';

/** Whether somebody wants to be called. */
export type PresenceState =
  'not-set' | 'unavailable' | 'available' | 'away' | 'extended-away' | 'chat' | 'dnd';

/** What somebody says of themselves. */
export interface Presence {
  /** Whether they want to be called. */
  readonly state: PresenceState;
  /** What kind of it, in words of the site's own. */
  readonly subtype: string | undefined;
  /** A message to whom it may concern. */
  readonly message: string | undefined;
}

const states: ReadonlyMap<string | undefined, PresenceState> = new Map([
  ['not_set', 'not-set'],
  ['unavailable', 'unavailable'],
  ['available', 'available'],
  ['away', 'away'],
  ['xa', 'extended-away'],
  ['chat', 'chat'],
  ['dnd', 'dnd'],
]);

/**
 * What an event or an entry says of a presence; what is known where it says the same or nothing.
 *
 * Source: `state2string` in `main/presencestate.c`.
 */
export function readPresence(event: AmiEvent, known: Presence | undefined): Presence | undefined {
  const state = states.get(event.get('Status'));
  if (state === undefined) return known;
  const subtype = readText(event, 'Subtype');
  return keepSame(known, { state, subtype, message: readText(event, 'Message') });
}

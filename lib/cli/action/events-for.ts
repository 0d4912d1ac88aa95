import { listActions } from '../../client/index.js';
import type { EventClass, ListAction } from '../../client/index.js';
import type { Action } from '../../wire/index.js';

/**
 * The events that a session needs for one action: none, since the entries of lists come all the
 * same, unless its result is an event that goes to every session (`OriginateResponse`).
 */
export function eventsFor({ name }: Action): readonly EventClass[] {
  const entry = Object.entries(listActions).find(
    ([known]) => known.toLowerCase() === name.toLowerCase(),
  );
  const known: ListAction | undefined = entry?.[1];
  return known?.broadcast === true ? ['call', 'agi'] : [];
}

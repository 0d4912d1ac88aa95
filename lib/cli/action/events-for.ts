import { findListAction } from '../../catalogue/index.js';
import type { EventClass } from '../../catalogue/index.js';
import type { Action } from '../../wire/index.js';

/**
 * The events that a session needs for one action: none, since the entries of lists come all the
 * same, unless its result is an event that goes to every session (`OriginateResponse`).
 */
export function eventsFor({ name }: Action): readonly EventClass[] {
  const heard = findListAction(name)?.broadcast;
  return heard === undefined ? [] : [heard];
}

import { eventsByName } from './events/event-by-name.js';
import type { EventByName } from './events/event-by-name.js';
import type { ZodEvent } from './schema/event-schema.js';

/** Every event name of the catalogue, as Asterisk spells it. */
export type EventName = keyof EventByName;

let schemas: ReadonlyMap<string, unknown> | undefined;

/**
 * The schema of an event of the catalogue, by its name as Asterisk spells it; `undefined` if there is
 * none.
 */
export function findEvent(name: string): ZodEvent | undefined {
  schemas ??= new Map(Object.entries(eventsByName()));
  return schemas.get(name) as ZodEvent | undefined;
}

import * as catalogue from './events/index.js';
import type { EventByName } from './events/event-by-name.js';
import type { ZodEvent } from './schema/event-schema.js';

/** Every event name of the catalogue, as Asterisk spells it. */
export type EventName = keyof EventByName;

const schemas: Readonly<Record<string, unknown>> = catalogue;

/** The schema of an event of the catalogue, by its name; `undefined` if it has none. */
export function findEvent(name: string): ZodEvent | undefined {
  // Asterisk has names with hyphens and blanks, which no export can have.
  const key = name.replaceAll(/\W/g, '_');
  return Object.hasOwn(schemas, key) ? (schemas[key] as ZodEvent) : undefined;
}

import { z } from 'zod';
import type { AmiEvent } from '../wire/index.js';
import type { EventOf, ZodEvent } from './schema/event-schema.js';
import { untypedEvent } from './untyped-event.js';

/** Hears that something did not fit; asks for the words, one sentence a field, where it tells of it. */
export type Misfits = (describe: () => readonly string[]) => void;

const synchronously: z.core.ParseContextInternal = { async: false };

/**
 * Decodes an event by a schema. It never fails: a field that does not fit is left out, and told.
 */
export function decodeEvent<S extends ZodEvent>(
  schema: S,
  event: AmiEvent,
  onMisfits: Misfits,
): EventOf<S> {
  try {
    const payload = schema._zod.run({ value: event, issues: [] }, synchronously);
    if (payload instanceof Promise) throw new TypeError('its schema is asynchronous');
    if (payload.issues.length > 0) {
      for (const { path } of payload.issues) leaveOut(payload.value, path?.[0]);
      onMisfits(() => misfitsOf(schema, event));
    }
    return payload.value as EventOf<S>;
  } catch (error) {
    // A schema of the user's own may do anything; the event comes all the same.
    onMisfits(() => [error instanceof Error ? error.message : String(error)]);
    return decodeEvent(untypedEvent, event, () => undefined) as unknown as EventOf<S>;
  }
}

/** A value that does not fit would be there under a type that it has not. */
function leaveOut(value: unknown, field: PropertyKey | undefined): void {
  if (typeof value === 'object' && value !== null && field !== undefined && field !== 'Event') {
    Reflect.deleteProperty(value, field);
  }
}

/** Asked again in the proper way, which words every issue. */
function misfitsOf(schema: ZodEvent, event: AmiEvent): string[] {
  const issues = schema.safeParse(event).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
}

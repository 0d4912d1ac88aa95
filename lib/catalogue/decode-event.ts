import { z } from 'zod';
import type { AmiEvent } from '../wire/index.js';
import type { EventOf, ZodEvent } from './schema/event-schema.js';
import { untypedEvent } from './untyped-event.js';

/** Takes what did not fit, one sentence for each field. */
export type Misfits = (misfits: readonly string[]) => void;

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
    if (payload.issues.length > 0) onMisfits(misfitsOf(schema, event));
    return payload.value as EventOf<S>;
  } catch (error) {
    // A schema of the user's own may do anything; the event comes all the same.
    onMisfits([error instanceof Error ? error.message : String(error)]);
    return decodeEvent(untypedEvent, event, () => undefined) as unknown as EventOf<S>;
  }
}

/** Asked again in the proper way, which words every issue. */
function misfitsOf(schema: ZodEvent, event: AmiEvent): string[] {
  const issues = schema.safeParse(event).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
}

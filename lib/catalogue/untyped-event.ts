import { z } from 'zod';
import type { AmiEvent } from '../wire/index.js';
import { commonFields, shapeOf, zodEvent } from './schema/event-schema.js';
import type { DecodedFields } from './schema/field-kind.js';
import { lazySchema } from './schema/lazy-schema.js';

/** An event that the catalogue does not know: its fields as they came, but for those of all events. */
export interface UntypedEvent extends DecodedFields<typeof commonFields> {
  readonly Event: string;
  /** The message as it came. */
  readonly message: AmiEvent;
  readonly [field: string]: unknown;
}

/** The schema of events that the catalogue does not know. */
export const untypedEvent = lazySchema(() =>
  zodEvent({ name: '' }, { Event: z.string(), ...shapeOf(commonFields) }),
);

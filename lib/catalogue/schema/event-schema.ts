import { z } from 'zod';
import type { AmiEvent } from '../../wire/index.js';
import { coverSecrets, mayHoldSecrets } from './cover-secrets.js';
import type { Fields } from './field-kind.js';
import { fieldSchema } from './field-schema.js';
import type { FieldSchema } from './field-schema.js';
import { lazySchema } from './lazy-schema.js';
import { readEvent } from './read-event.js';

/** What any event may have. */
export const commonFields = {
  Privilege: 'list',
  ActionID: 'text',
  Timestamp: 'time',
  SystemName: 'text',
  ChanVariable: 'channels',
} as const satisfies Fields;

type CommonFields = typeof commonFields;

/** The zod shape of an event. */
export type EventShape<N extends string, F extends Fields> = {
  Event: z.ZodLiteral<N>;
} & { [K in keyof (F & CommonFields)]: FieldSchema<(F & CommonFields)[K]> };

/**
 * The schema of one kind of events: parses an `AmiEvent`, or its fields as a plain object, to a typed
 * object. A zod object, so it can be extended, picked from, and put into unions.
 */
export type EventSchema<N extends string, F extends Fields> = ZodEvent<EventShape<N, F>>;

/** A zod object that takes messages, whatever its shape. */
export type ZodEvent<Shape extends z.core.$ZodShape = z.core.$ZodShape> = z.ZodObject<
  Shape,
  // The message as it came, which is not among the keys of the object.
  { out: Record<'message', AmiEvent>; in: Record<never, never> }
>;

/** The decoded event of a schema. */
export type EventOf<S extends z.ZodType> = Readonly<z.output<S>>;

/** Which messages an event schema is for. */
export interface EventKey {
  readonly name: string;
  /** Of a `UserEvent`: the name that its sender gave it. */
  readonly userEvent?: string | undefined;
}

interface EventDef extends z.core.$ZodObjectDef {
  readonly event: EventKey;
}

// A class of zod's own making, so that what is derived from a schema takes messages as well.
const ZodEventClass = z.core.$constructor<z.ZodObject, EventDef>('ZodEvent', (schema, def) => {
  z.ZodObject.init(schema, def);
  const parseObject = schema._zod.parse.bind(schema._zod);
  let covers: boolean | undefined;
  schema._zod.parse = (payload, context) => {
    const { fields, message } = readEvent(payload.value);
    payload.value = fields;
    covers ??= isOpen(def.event) || mayHoldSecrets(Object.keys(def.shape));
    const parsed = parseObject(payload, context);
    return parsed instanceof Promise
      ? parsed.then((settled) => finished(settled, message, covers))
      : finished(parsed, message, covers);
  };
});

/** Whether the fields of such events may be of any name. */
function isOpen({ name }: EventKey): boolean {
  return name === '' || name === 'UserEvent';
}

function finished(payload: z.core.ParsePayload, message: AmiEvent | undefined, covers = false) {
  if (message === undefined) return payload;
  // Hidden, so that an event prints, spreads and serializes as its fields.
  Object.defineProperty(payload.value, 'message', { value: message });
  if (covers) coverSecrets(payload.value as object);
  return payload;
}

/** Makes a schema out of a shape; fields that it does not know are kept. */
export function zodEvent<Shape extends z.core.$ZodShape>(
  event: EventKey,
  shape: Shape,
): ZodEvent<Shape> {
  const def: EventDef = { type: 'object', shape, catchall: z.unknown(), event };
  return new ZodEventClass(def) as unknown as ZodEvent<Shape>;
}

/** The zod shape of some fields. */
export function shapeOf(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, kind]) => [name, fieldSchema(kind)]),
  );
}

/** An event of the catalogue; its schema is built when it is first used. */
/* @__NO_SIDE_EFFECTS__ */
export function event<const N extends string, const F extends Fields>(
  name: N,
  fields: () => F,
): EventSchema<N, F> {
  return lazySchema(() => {
    const shape = { Event: z.literal(name), ...shapeOf({ ...commonFields, ...fields() }) };
    return zodEvent({ name }, shape) as unknown as EventSchema<N, F>;
  });
}

/** Which messages a schema is for; `undefined` if it is none of events. */
export function eventKey(schema: z.ZodType): EventKey | undefined {
  return (schema._zod.def as Partial<EventDef>).event;
}

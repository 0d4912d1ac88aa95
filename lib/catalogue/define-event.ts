import { z } from 'zod';
import { commonFields, shapeOf, zodEvent } from './schema/event-schema.js';
import type { EventShape, ZodEvent } from './schema/event-schema.js';

/** What a user says of the fields: the shape of a zod object, or that object. */
export type FieldsOf<Shape extends z.core.$ZodShape> = Shape | z.ZodObject<Shape>;

/** The schema of an event of one's own. */
export type CustomEvent<N extends string, Shape extends z.core.$ZodShape> = ZodEvent<
  EventShape<N, Record<never, never>> & Shape
>;

/**
 * Gives a type to an event of one's own: a `UserEvent` of the dialplan or of the action, or an event
 * that a module of yours sends.
 *
 * The result goes where schemas of the catalogue go: `ami.event(…)`, {@link ofType}, `parse`. All
 * values come as text: use `z.coerce.number()`, `z.stringbool()` and the like. What the schema does
 * not name is kept as it came.
 *
 * @param userEvent - Of a `UserEvent`: its name, the first argument of the dialplan application.
 * @param fields - A zod object, or its shape.
 *
 * @example
 * ```ts
 * import { connect, defineEvent } from 'rxjs-ami';
 * import { z } from 'zod';
 *
 * const OrderPlaced = defineEvent('UserEvent', 'OrderPlaced', {
 *   Order: z.string(),
 *   Total: z.coerce.number(),
 * });
 *
 * const ami = connect('monitor:secret@localhost');
 * ami.event(OrderPlaced).subscribe(({ Order, Total }) => {
 *   console.log(Order, Total.toFixed(2));
 * });
 * ```
 */
export function defineEvent<const U extends string, Shape extends z.core.$ZodShape>(
  name: 'UserEvent',
  userEvent: U,
  fields: FieldsOf<Shape>,
): CustomEvent<'UserEvent', { UserEvent: z.ZodLiteral<U> } & Shape>;
export function defineEvent<const N extends string, Shape extends z.core.$ZodShape>(
  name: N,
  fields: FieldsOf<Shape>,
): CustomEvent<N, Shape>;
export function defineEvent(
  name: string,
  second: string | FieldsOf<z.core.$ZodShape>,
  third: FieldsOf<z.core.$ZodShape> = {},
): ZodEvent {
  const userEvent = typeof second === 'string' ? second : undefined;
  const fields = typeof second === 'string' ? third : second;
  return zodEvent(
    { name, userEvent },
    {
      Event: z.literal(name),
      ...shapeOf(commonFields),
      ...(userEvent !== undefined && { UserEvent: z.literal(userEvent) }),
      ...(fields instanceof z.ZodObject ? fields.shape : fields),
    },
  );
}

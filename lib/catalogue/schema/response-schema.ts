import { z } from 'zod';
import { shapeOf } from './event-schema.js';
import type { Fields } from './field-kind.js';

/** What any response may have. */
export const responseFields = {
  Response: 'name',
  ActionID: 'text',
  Message: 'text',
} as const satisfies Fields;

const built = new WeakMap<Fields, z.ZodType<object>>();

/** The schema of the response to an action, made when it is first needed. */
export function responseSchema(fields: Fields): z.ZodType<object> {
  let schema = built.get(fields);
  if (schema === undefined) {
    built.set(fields, (schema = z.looseObject(shapeOf({ ...responseFields, ...fields }))));
  }
  return schema;
}

import { z } from 'zod';
import type { FieldKind, RequiredKind, FieldValue, SimpleKind } from './field-kind.js';
import { misfit, readers } from './read-value.js';

/** The schema of a field: from what came to what it means. */
export type FieldSchema<K extends FieldKind> = K extends RequiredKind
  ? z.ZodType<FieldValue<K>>
  : z.ZodOptional<z.ZodType<FieldValue<K> | undefined>>;

const built = new Map<SimpleKind, z.ZodType>();

/** The schema of a kind; each is made once, when it is first needed. */
export function fieldSchema(kind: FieldKind): z.ZodType {
  // Words are text that completion knows; what else a server says is no mistake of it.
  const simple = typeof kind === 'string' ? kind : 'text';
  let schema = built.get(simple);
  if (schema === undefined) built.set(simple, (schema = build(simple)));
  return schema;
}

function build(kind: SimpleKind): z.ZodType {
  const name = kind.replace('?', '') as keyof typeof readers;
  const read = readers[name];
  const isRequired = kind === name && requiredKinds.has(kind);
  const schema = z.transform((value: unknown, context) => {
    const result = read(value);
    if (result !== misfit && !(isRequired && result === undefined)) return result;
    const message = result === misfit ? `is no ${name}` : 'is missing';
    context.issues.push({ code: 'custom', input: value, message });
    return undefined;
  });
  return isRequired ? schema : z.optional(schema);
}

const requiredKinds: ReadonlySet<string> = new Set<RequiredKind>([
  'name',
  'number',
  'flag',
  'duration',
]);

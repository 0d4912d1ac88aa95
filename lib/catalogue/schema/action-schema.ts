import { z } from 'zod';
import type { ActionDefinition } from './action-definition.js';
import type { ParameterKind } from './parameter-kind.js';
import { writeParameter } from './write-parameter.js';

const built = new WeakMap<ActionDefinition, z.ZodType>();

/** The schema of what an action takes: checks it, and makes it what is sent. */
export function actionSchema(definition: ActionDefinition): z.ZodType {
  let schema = built.get(definition);
  if (schema === undefined) built.set(definition, (schema = build(definition)));
  return schema;
}

function build({ required, optional }: ActionDefinition): z.ZodType {
  return z.looseObject({
    ...mapKinds(required, (kind) => parameterSchema(kind, true)),
    ...mapKinds(optional, (kind) => z.optional(parameterSchema(kind, false))),
  });
}

function mapKinds(
  kinds: Readonly<Record<string, ParameterKind>>,
  map: (kind: ParameterKind) => z.ZodType,
): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, map(kind)]));
}

function parameterSchema(kind: ParameterKind, isRequired: boolean): z.ZodType {
  return z.transform((value: unknown, context) => {
    const isAbsent = value === undefined || value === null;
    if (isAbsent && !isRequired) return undefined;
    const written = isAbsent ? { fault: 'is required' } : writeParameter(kind, value);
    if ('value' in written) return written.value;
    context.issues.push({ code: 'custom', input: value, message: written.fault });
    return undefined;
  });
}

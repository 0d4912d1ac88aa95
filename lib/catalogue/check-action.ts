import { Action } from '../wire/index.js';
import type { ActionFields } from '../wire/index.js';
import { findAction } from './find-action.js';
import { actionSchema } from './schema/action-schema.js';

type GivenFields = Readonly<Record<string, unknown>>;

/**
 * Makes an action of the catalogue out of a name and fields, as the methods of a client do.
 *
 * What is wrong with it is its error when it is sent, together with what would not arrive as meant:
 * a required field that is missing, a value of the wrong type, a word that Asterisk does not take, a
 * name that the catalogue does not know (use `createAction` for that).
 */
export function checkAction(name: string, fields: GivenFields = {}): Action {
  const definition = findAction(name);
  if (definition === undefined) {
    const fault = 'it is not in the catalogue; createAction() makes an action of any name';
    return new Action(name, fields as ActionFields, [fault]);
  }
  if (Array.isArray(fields)) {
    const fault = 'its fields are a list of pairs, which createAction() takes';
    return new Action(definition.name, {}, [fault]);
  }
  const names = Object.keys(fields).map((field) => field.toLowerCase());
  const twice = Object.keys(fields).filter((field, i) => names.indexOf(field.toLowerCase()) !== i);
  const schema = actionSchema(definition);
  const spelt = inSpelling(definition, fields);
  const { success, data, error } = schema.safeParse(spelt);
  const doubled = twice.map((field) => `${JSON.stringify(field)} is given in two spellings`);
  if (success) return new Action(definition.name, data as ActionFields, doubled);
  const faults = error.issues.map(({ path, message }) => `${JSON.stringify(path[0])} ${message}`);
  // What is wrong already need not be found wrong again.
  const wrong = new Set(error.issues.map(({ path }) => path[0]));
  const rest = Object.entries(spelt).filter(([field]) => !wrong.has(field));
  return new Action(definition.name, Object.fromEntries(rest) as ActionFields, [
    ...doubled,
    ...faults,
  ]);
}

/** Names as Asterisk spells them: it ignores their case, and so are they found here. */
function inSpelling(
  { required, optional }: NonNullable<ReturnType<typeof findAction>>,
  fields: GivenFields,
): GivenFields {
  const known = [...Object.keys(required), ...Object.keys(optional)];
  const isKnown = (name: string): boolean => known.includes(name);
  const names = Object.keys(fields);
  if (names.every(isKnown)) return fields;
  const spelling = new Map(known.map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    names.map((name) => [spelling.get(name.toLowerCase()) ?? name, fields[name]]),
  );
}

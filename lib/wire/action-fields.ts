import type { Field } from './field-lines.js';
import { writeVariable } from './variables.js';

/** One value of a field of an action; `undefined` and `null` leave the field out. */
export type ActionValue = string | number | bigint | boolean | null | undefined;

/**
 * The fields of an action.
 *
 * As an object: a list repeats the field, and `Variable` may be an object of variables, whose
 * values arrive exactly as given. `true` and `false` are written so, which Asterisk understands.
 * As a list of pairs, for fields that repeat in a certain order.
 */
export type ActionFields =
  | Readonly<
      Record<string, ActionValue | readonly ActionValue[] | Readonly<Record<string, ActionValue>>>
    >
  | readonly (readonly [name: string, value: ActionValue])[];

/** The fields one after the other, and what could not be made one. */
export interface FlatFields {
  readonly fields: readonly Field[];
  readonly faults: readonly string[];
}

/** Spreads lists and variables out into single fields. */
export function flattenFields(given: ActionFields): FlatFields {
  const fields: Field[] = [];
  const faults: string[] = [];
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (isPlain(value)) fields.push([name, String(value)]);
    else faults.push(`the value of ${JSON.stringify(name)} is neither text, number nor boolean`);
  };
  const entries: Iterable<readonly [string, unknown]> = isPairs(given)
    ? given
    : Object.entries(given);
  for (const [name, value] of entries) {
    if (Array.isArray(value))
      value.forEach((one) => {
        add(name, one);
      });
    else if (typeof value === 'object' && value !== null && name.toLowerCase() === 'variable') {
      for (const [variable, its] of Object.entries(value)) {
        if (its === undefined || its === null) continue;
        if (/[=,]/.test(variable)) faults.push(`${JSON.stringify(variable)} is no variable name`);
        else add(name, isPlain(its) ? writeVariable(variable, String(its)) : its);
      }
    } else add(name, value);
  }
  return { fields, faults };
}

function isPairs(given: ActionFields): given is readonly (readonly [string, ActionValue])[] {
  return Array.isArray(given);
}

function isPlain(value: unknown): value is string | number | bigint | boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint';
}

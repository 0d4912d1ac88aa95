import { isSameField } from './field-lines.js';

// Names of events come from the server: what is remembered of them is bounded.
const MAX_EVENTS = 1000;

const namesByEvent = new Map<string, readonly string[]>();

/**
 * The names of the fields of these lines, if they are those of the last event of that name.
 *
 * Events of one name mostly have the same fields in the same order; a name that is known need be
 * neither cut out nor hashed again, which is most of what an object of all fields costs.
 */
export function recallFields(
  eventName: string,
  lines: readonly string[],
): readonly string[] | undefined {
  const names = namesByEvent.get(eventName);
  if (names?.length !== lines.length) return undefined;
  for (let i = 0; i < lines.length; i++) {
    if (!isSameField(lines[i] as string, names[i] as string)) return undefined;
  }
  return names;
}

/** Remembers the fields of an event, if each of its lines has one of its own. */
export function rememberFields(eventName: string, count: number, names: readonly string[]): void {
  if (names.length !== count || names.includes('__proto__')) return;
  if (namesByEvent.size < MAX_EVENTS || namesByEvent.has(eventName)) {
    namesByEvent.set(eventName, names);
  }
}

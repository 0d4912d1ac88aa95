import { eventClasses } from '../catalogue/index.js';
import type { EventClass } from '../catalogue/index.js';

/** Which events a session wants: all, none, or those of some classes. */
export type EventMask = boolean | EventClass | readonly EventClass[];

/**
 * The mask as Asterisk reads it; `undefined` where the server's default will do.
 *
 * @throws TypeError for a class that Asterisk does not know: it would ignore it, and send nothing.
 */
export function writeEventMask(mask: EventMask | undefined): string | undefined {
  if (mask === undefined) return undefined;
  if (typeof mask === 'boolean') return mask ? 'on' : 'off';
  const classes = typeof mask === 'string' ? [mask] : mask;
  const unknown = classes.filter((name) => !eventClasses.includes(name));
  if (unknown.length > 0) throw new TypeError(`Not an event class: ${unknown.join(', ')}`);
  return classes.length === 0 ? 'off' : classes.join(',');
}

/** Whether events of this class can come under the mask, if the user has the right to them. */
export function admits(mask: EventMask | undefined, name: EventClass): boolean {
  if (mask === undefined || typeof mask === 'boolean') return mask !== false;
  return typeof mask === 'string' ? mask === name : mask.includes(name);
}

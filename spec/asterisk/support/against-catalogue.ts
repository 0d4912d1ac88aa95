import { decodeEvent, findEvent } from '../../../lib/catalogue/index.js';
import type { AmiEvent } from '../../../lib/index.js';
import { noteUnknownField } from './seen.js';

/** What the catalogue does not bear out of an event: its name, or fields that do not fit. */
export function faultsOf(event: AmiEvent): string[] {
  const schema = findEvent(event.name);
  if (schema === undefined) return [`The catalogue has no event ${event.name}`];
  const faults: string[] = [];
  const decoded = decodeEvent(schema, event, (describe) => {
    faults.push(...describe().map((misfit) => `${event.name}.${misfit}`));
  });
  // What a UserEvent says besides is up to its sender.
  if (event.name === 'UserEvent') return faults;
  for (const field of Object.keys(decoded)) {
    if (!Object.hasOwn(schema.shape, field)) noteUnknownField(`${event.name}.${field}`);
  }
  return faults;
}

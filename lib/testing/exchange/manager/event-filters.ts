import { parseEventFilter } from './event-filter.js';
import type { EventFilter, FilterFault } from './event-filter.js';
import type { ManagerEvent } from './manager-event.js';

/** The filters of a session: they can only become more. */
export class EventFilters {
  readonly #filters: EventFilter[] = [];

  /** Adds one; says why not if it is none. */
  add(criteria: string, pattern: string): FilterFault | undefined {
    const filter = parseEventFilter(criteria, pattern);
    if (typeof filter === 'string') return filter;
    this.#filters.push(filter);
    return undefined;
  }

  /** Whether an event passes: some that includes, if there is any, and none that excludes. */
  admits(event: ManagerEvent): boolean {
    const including = this.#filters.filter(({ excludes }) => !excludes);
    const excluding = this.#filters.filter(({ excludes }) => excludes);
    if (including.length > 0 && !including.some((filter) => isAbout(filter, event))) return false;
    return !excluding.some((filter) => isAbout(filter, event));
  }
}

function isAbout({ name, header, matches }: EventFilter, event: ManagerEvent): boolean {
  if (name !== undefined && name !== event.name) return false;
  if (header === undefined) return matches(event.text);
  return event.text
    .split('\r\n')
    .filter((line) => line.startsWith(header))
    .map((line) => line.slice(header.length).trimStart())
    .some((value) => value !== '' && matches(value));
}

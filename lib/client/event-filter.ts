import type { ActionInput } from '../catalogue/index.js';
import { methodOf } from './event-filter-rule.js';
import type { EventFilterRule } from './event-filter-rule.js';
import { writeRegex } from './filter-regex.js';

/**
 * A filter that the server applies to the events of a session (never to responses or lists).
 *
 * With any `include` filter, only what one of them includes is sent; `exclude` filters then take
 * away. What the session's `events` mask rules out does not come in any case.
 *
 * It is sent in the syntax that the server understands: the one of Asterisk 18.26, 20.11, 21.6 and
 * 22.1, or a regular expression that means the same (older servers ignore the new syntax, and say
 * "Success"). A string is a POSIX extended regular expression over the whole text of the event,
 * with `!` before it to exclude, sent as it is.
 *
 * @example
 * ```ts
 * import type { EventFilter } from 'rxjs-ami';
 *
 * const filters: EventFilter[] = [
 *   { action: 'exclude', name: 'VarSet' },
 *   { action: 'exclude', header: 'Channel', method: 'starts_with', pattern: 'Local/' },
 *   '!Event: RTCP(Sent|Received)',
 * ];
 * ```
 */
export type EventFilter = EventFilterRule | string;

/** The fields of a `Filter` action for a filter, in the new syntax or the old. */
export function writeFilter(filter: EventFilter, advanced: boolean): ActionInput<'Filter'> {
  if (typeof filter === 'string') return { Operation: 'Add', Filter: filter };
  if (!advanced) return { Operation: 'Add', Filter: writeRegex(filter) };
  const { action, name, header, pattern } = filter;
  const criteria = [
    `action(${action})`,
    ...(name === undefined ? [] : [`name(${name})`]),
    ...(header === undefined ? [] : [`header(${header})`]),
    `method(${pattern === undefined ? 'none' : methodOf(filter)})`,
  ];
  return { Operation: 'Add', MatchCriteria: criteria.join(','), Filter: pattern };
}

/**
 * Whether a server knows the new syntax of filters.
 *
 * @param amiVersion - From the greeting; it tells the major version.
 * @param asteriskVersion - From `CoreSettings`, as in `22.10.1`, if it is known.
 */
export function knowsAdvancedFilters(amiVersion: string, asteriskVersion = ''): boolean {
  const ami = Number.parseInt(amiVersion, 10);
  if (ami >= 12) return true;
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(asteriskVersion) ?? [];
  const since = { 18: 26, 20: 11, 21: 6, 22: 1 }[Number(major)];
  return since !== undefined && Number(minor) >= since;
}

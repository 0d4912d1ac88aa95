import type { ActionFields } from '../wire/index.js';

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

/** The parts of a filter; all that are given must match. */
export interface EventFilterRule {
  /** Whether what matches is sent or kept back. */
  readonly action: 'include' | 'exclude';
  /** The exact name of the event. */
  readonly name?: string;
  /** The field whose value is looked at; without it, the whole text of the event. */
  readonly header?: string;
  /**
   * How `pattern` is compared.
   * @defaultValue 'exact' with a `header`, 'contains' without
   */
  readonly method?: 'exact' | 'starts_with' | 'ends_with' | 'contains' | 'regex';
  /** What is looked for; without it, the event's name decides alone. */
  readonly pattern?: string;
}

/** The fields of a `Filter` action for a filter, in the new syntax or the old. */
export function writeFilter(filter: EventFilter, advanced: boolean): ActionFields {
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

function methodOf({ header, method }: EventFilterRule): string {
  return method ?? (header === undefined ? 'contains' : 'exact');
}

/** A rule as one regular expression over an event's text, whose first line is its name. */
function writeRegex(rule: EventFilterRule): string {
  const start = rule.name === undefined ? '' : `^Event: ${escape(rule.name)}${BREAK}`;
  const sign = rule.action === 'exclude' ? '!' : '';
  if (rule.pattern === undefined) return sign + start;
  const field = rule.header === undefined ? '' : `${BREAK}${escape(rule.header)}: `;
  // A name has eaten the line break that would otherwise come before the second line's field.
  const between = start === '' ? '' : rule.header === undefined ? '.*' : `(.*${BREAK})?`;
  const place = start === '' ? field : field.replace(BREAK, '');
  return sign + start + between + place + writeComparison(rule, rule.pattern);
}

function writeComparison(rule: EventFilterRule, pattern: string): string {
  const any = rule.header === undefined ? '.*' : '[^[:cntrl:]]*';
  const end = rule.header === undefined ? '$' : BREAK;
  switch (methodOf(rule)) {
    case 'exact':
      return escape(pattern) + end;
    case 'starts_with':
      return escape(pattern);
    case 'ends_with':
      return any + escape(pattern) + end;
    case 'contains':
      return any + escape(pattern);
    default:
      return pattern.startsWith('^') ? `(${pattern.slice(1)})` : `${any}(${pattern})`;
  }
}

const BREAK = '[[:cntrl:]]';

function escape(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`);
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

import { methodOf } from './event-filter-rule.js';
import type { EventFilterRule } from './event-filter-rule.js';

const BREAK = '[[:cntrl:]]';
// A tab is a control character, but breaks no line.
const CHARACTER = '([^[:cntrl:]]|\t)';
const ANYTHING = `${CHARACTER}*`;
// No text of an event is empty.
const NEVER = '^$';

/**
 * A rule as one POSIX extended regular expression over an event's text, whose first line is its
 * name, for servers that know no other filters.
 *
 * Not everything can be said in one: a `regex` with a `name` and no `header` looks behind the first
 * line only, and within the brackets of a `regex` with a `header`, `^` and `$` mean nothing.
 */
export function writeRegex(rule: EventFilterRule): string {
  const sign = rule.action === 'exclude' ? '!' : '';
  return sign + (rule.header === undefined ? overText(rule) : overField(rule, rule.header));
}

function overText(rule: EventFilterRule): string {
  const { name, pattern } = rule;
  const first = `Event: ${name ?? ''}`;
  const start = name === undefined ? '' : `^${escape(first)}${BREAK}`;
  if (pattern === undefined) return start;
  switch (methodOf(rule)) {
    case 'regex':
      return start === '' ? `(${pattern})` : `${start}.*(${pattern})`;
    case 'contains':
      if (start === '') return `.*${escape(pattern)}`;
      return first.includes(pattern) ? start : `${start}.*${escape(pattern)}`;
    case 'starts_with':
      if (start === '') return `^${escape(pattern)}`;
      return first.startsWith(pattern) ? start : NEVER;
    default:
      return NEVER;
  }
}

function overField(rule: EventFilterRule, header: string): string {
  const { name, pattern } = rule;
  // The break behind the name and the one before the field may be of the same line end.
  const before =
    name === undefined ? `(^|${BREAK})` : `^Event: ${escape(name)}${BREAK}(.*${BREAK})?`;
  const field = `${before}${escape(header)}: `;
  if (pattern === undefined) return field + CHARACTER;
  switch (methodOf(rule)) {
    case 'exact':
      return field + escape(pattern) + BREAK;
    case 'starts_with':
      return field + escape(pattern);
    case 'ends_with':
      return field + ANYTHING + escape(pattern) + BREAK;
    case 'contains':
      return field + ANYTHING + escape(pattern);
    default:
      return `${field}(${alternativesOf(pattern).map(overValue).join('|')})`;
  }
}

const TOKENS = /\\.|\[\^?\]?(?:\[:\w+:\]|[^\]])*\]|./gsu;

/** The parts of a regular expression between the `|` that are in no brackets, in tokens. */
function alternativesOf(pattern: string): string[][] {
  const alternatives: string[][] = [[]];
  let depth = 0;
  for (const [token] of pattern.matchAll(TOKENS)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    if (token === '|' && depth === 0) alternatives.push([]);
    else alternatives.at(-1)?.push(token);
  }
  return alternatives;
}

/** What keeps a regular expression that was meant for one value within its line. */
function overValue(tokens: readonly string[]): string {
  const starts = tokens[0] === '^';
  const ends = tokens.length > 0 && tokens.at(-1) === '$';
  const inner = tokens.slice(starts ? 1 : 0, ends ? -1 : undefined).map((token) => {
    if (token === '.') return CHARACTER;
    return token.length > 2 ? token.replace(/^\[\^\]?/, '$&[:cntrl:]') : token;
  });
  return (starts ? '' : ANYTHING) + inner.join('') + (ends ? BREAK : '');
}

function escape(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`);
}

import { posixRegex } from './posix-regex.js';

/** Why a filter is refused; Asterisk answers with these words. */
export type FilterFault =
  | 'Filter did not compile.  Check the syntax of the filter given.'
  | 'Filter was formatted incorrectly.  Check the syntax of the filter given.';

/** A filter on the text of events. */
export interface EventFilter {
  readonly excludes: boolean;
  /** The only event that it is about. */
  readonly name?: string;
  /** The only field that it looks at; without one, it looks at the whole text. */
  readonly header?: string;
  readonly matches: (text: string) => boolean;
}

/** What a filter is told that is none by its form. */
export const malformed: FilterFault =
  'Filter was formatted incorrectly.  Check the syntax of the filter given.';

/** Reads a filter (`manager_add_filter`); `criteria` is empty for a plain regular expression. */
export function parseEventFilter(criteria: string, filter: string): EventFilter | FilterFault {
  const excludes = filter.startsWith('!');
  const pattern = excludes ? filter.slice(1) : filter;
  if (criteria === '') {
    const matches = matcher('regex', pattern);
    return typeof matches === 'string' ? matches : { excludes, matches };
  }
  const options = parseCriteria(criteria);
  if (options === undefined) return malformed;
  const { action, name, header, method = 'none' } = options;
  if (action !== undefined && action !== 'include' && action !== 'exclude') return malformed;
  if ((pattern === '') !== (method === 'none')) return malformed;
  if (name === undefined && header === undefined && method === 'none') return malformed;
  const matches = matcher(method, pattern);
  if (typeof matches === 'string') return matches;
  return {
    excludes: action === undefined ? excludes : action === 'exclude',
    ...(name === undefined ? {} : { name }),
    ...(header === undefined ? {} : { header: `${header.replace(/:$/, '')}:` }),
    matches,
  };
}

interface Criteria {
  action?: string;
  name?: string;
  header?: string;
  method?: string;
}

/** `action(exclude),name(VarSet)`, in any order. */
function parseCriteria(text: string): Criteria | undefined {
  const criteria: Criteria = {};
  for (const option of text.split(/[ ,)]+/).filter((one) => one !== '')) {
    const match = /^(action|name|header|method)\((.+)$/.exec(option);
    if (match === null) return undefined;
    const [, key, value] = match;
    criteria[key as keyof Criteria] = value as string;
  }
  return Object.keys(criteria).length === 0 ? undefined : criteria;
}

function matcher(method: string, pattern: string): EventFilter['matches'] | FilterFault {
  switch (method) {
    case 'regex':
      return regexMatcher(pattern);
    case 'exact':
      return (text) => text === pattern;
    case 'starts_with':
      return (text) => text.startsWith(pattern);
    case 'ends_with':
      return (text) => text.endsWith(pattern);
    case 'contains':
      return (text) => text.includes(pattern);
    case 'none':
      return () => true;
    default:
      return malformed;
  }
}

function regexMatcher(pattern: string): EventFilter['matches'] | FilterFault {
  try {
    const regex = posixRegex(pattern);
    return (text) => regex.test(text);
  } catch {
    return 'Filter did not compile.  Check the syntax of the filter given.';
  }
}

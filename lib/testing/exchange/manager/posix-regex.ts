/**
 * A regular expression of POSIX (extended) as one of JavaScript: its brackets are not the same, and
 * its "." matches line ends.
 *
 * @throws SyntaxError if it is none.
 */
export function posixRegex(pattern: string): RegExp {
  const source = pattern.replace(
    /\\.|\[(\^?)(\]?(?:\[:\w+:\]|[^\]])*)\]/gs,
    (found, not: string | undefined, set: string | undefined) =>
      set === undefined ? found : `[${not ?? ''}${bracket(set)}]`,
  );
  return new RegExp(source, 's');
}

/** Within brackets, a backslash means nothing to POSIX, and names stand for classes. */
function bracket(set: string): string {
  return set.replace(/\[:(\w+):\]|[\\[\]]/g, (found, name: string | undefined) =>
    name === undefined ? `\\${found}` : (classes[name] ?? ''),
  );
}

const classes: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  lower: 'a-z',
  print: ' -~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
};

const meanings: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * Takes back the C escapes that Asterisk 13.5 and later puts into some values: `O\'Neil` becomes
 * `O'Neil`. Anything that is no such escape stays as it is.
 *
 * Source: `ast_escape_c` in Asterisk's `main/utils.c`.
 */
export function unescapeC(value: string): string {
  return value.replace(/\\([abfnrtv\\'"?])/g, (_, letter: string) => meanings[letter] ?? letter);
}

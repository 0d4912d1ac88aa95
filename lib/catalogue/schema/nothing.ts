/**
 * The ways in which Asterisk says that there is nothing: an empty value, `<unknown>` where no caller
 * or creator is known, `<none>`, `N/A`, and `(null)` where a C string was none. All read `undefined`.
 */
export function isNothing(text: string): boolean {
  // Most texts are ruled out by their length.
  if (text.length > 9) return false;
  switch (text) {
    case '':
    case '<unknown>':
    case '<none>':
    case '(null)':
    case 'N/A':
      return true;
    default:
      return false;
  }
}

/** The first value of a field that came more than once; `undefined` where it says nothing. */
export function readText(value: unknown): string | undefined {
  const text: unknown = Array.isArray(value) ? value[0] : value;
  return typeof text !== 'string' || isNothing(text) ? undefined : text;
}

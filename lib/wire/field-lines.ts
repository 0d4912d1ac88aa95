const COLON = 58;
const SPACE = 32;

/** A field name and its value, as they stand on the wire. */
export type Field = readonly [name: string, value: string];

function sameLetter(a: number, b: number): boolean {
  if (a === b) return true;
  const lower = a | 32;
  return lower === (b | 32) && lower >= 97 && lower <= 122;
}

/**
 * Whether the line's field is `name`, in any case. Allocates nothing, and looks at the last and
 * the first letter before the others, since it runs for every line of every field that is read.
 */
export function isField(line: string, name: string): boolean {
  const length = name.length;
  // Once it has read behind the end of a string, the engine never inlines `charCodeAt` here again.
  if (line.length <= length || line.charCodeAt(length) !== COLON) return false;
  if (!sameLetter(line.charCodeAt(0), name.charCodeAt(0))) return false;
  for (let i = 1; i < length; i++) {
    const letter = line.charCodeAt(i);
    // The name of a field ends at the line's first colon, so none can be within it.
    if (letter === COLON || !sameLetter(letter, name.charCodeAt(i))) return false;
  }
  return length > 0;
}

/** Whether the line's field is `name`, in this very spelling. */
export function isSameField(line: string, name: string): boolean {
  if (line.length <= name.length || line.charCodeAt(name.length) !== COLON) return false;
  for (let i = 0; i < name.length; i++) {
    if (line.charCodeAt(i) !== name.charCodeAt(i)) return false;
  }
  return true;
}

/** Index of the first line from `from` on whose field is `name`, or -1. */
export function findField(lines: readonly string[], name: string, from = 0): number {
  for (let i = from; i < lines.length; i++) {
    if (isField(lines[i] as string, name)) return i;
  }
  return -1;
}

/** The value behind the colon at `colon`; Asterisk writes exactly one space before it. */
export function valueAfter(line: string, colon: number): string {
  return line.slice(line.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1);
}

/** Splits a line at its first colon; `undefined` for a line without one. */
export function parseField(line: string): Field | undefined {
  const colon = line.indexOf(':');
  return colon < 0 ? undefined : [line.slice(0, colon), valueAfter(line, colon)];
}

// Backslashes, what would end a line or act on a terminal, and blanks at the end, which editors cut off.
const UNSAFE = /[\\\p{Cc}\p{Cs}\u2028\u2029]|[^\S\n]$/gu;
const ESCAPED = /\\(?:\\|u([\da-f]{4}))/gi;

/** A text as a line of a recording has it. */
export function escapeLine(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === '\\' ? '\\\\' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text that a line of a recording stands for; `undefined` if it has a backslash too many. */
export function unescapeLine(text: string): string | undefined {
  if (text.replace(ESCAPED, '').includes('\\')) return undefined;
  return text.replace(ESCAPED, (_, code: string | undefined) =>
    code === undefined ? '\\' : String.fromCharCode(parseInt(code, 16)),
  );
}

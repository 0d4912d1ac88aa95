const escapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '?': '\\?',
};

/** A name or a value as Asterisk writes it in the fields that it escapes (ast_escape_c). */
export function escapeName(text: string): string;
export function escapeName(text: string | undefined): string | undefined;
export function escapeName(text: string | undefined): string | undefined {
  return text?.replace(/[^\w ]/g, (character) => escapes[character] ?? character);
}

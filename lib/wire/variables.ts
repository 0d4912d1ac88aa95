import { parseField } from './field-lines.js';

/**
 * Reads `Name=value` pairs out of the lines of one field.
 *
 * Asterisk writes them as `Variable: N=v`, `ChanVariable: N=v` and, in some events,
 * `ChanVariable(Local/1-0;1): N=v`, where the brackets hold the *channel*; that form is never
 * escaped.
 *
 * @param channel - Only what is said of this channel, by the form with brackets.
 * @param decode - Takes escapes out of the pair of a line, by its index.
 */
export function readVariables(
  lines: readonly string[],
  name: string,
  channel: string | undefined,
  decode: (pair: string, index: number) => string,
): Map<string, string> {
  const variables = new Map<string, string>();
  const plain = name.toLowerCase();
  for (const [index, line] of lines.entries()) {
    const field = parseField(line);
    if (field === undefined) continue;
    // A channel name may hold a colon, so the closing bracket is sought in the whole line.
    const bracket = field[0].indexOf('(');
    let pair: string;
    if (bracket < 0) {
      if (channel !== undefined || field[0].toLowerCase() !== plain) continue;
      pair = decode(field[1], index);
    } else {
      if (field[0].slice(0, bracket).toLowerCase() !== plain) continue;
      const close = line.indexOf('): ', bracket);
      if (close < 0) continue;
      if (channel !== undefined && line.slice(bracket + 1, close) !== channel) continue;
      pair = line.slice(close + 3);
    }
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    variables.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return variables;
}

/**
 * Writes one variable so that Asterisk reads back exactly `value`: its parser of `Variable` splits
 * at commas and takes quotes and backslashes away.
 *
 * Source: `astman_get_variables_full` in `main/manager.c`, `__ast_app_separate_args` in `main/app.c`.
 */
export function writeVariable(name: string, value: string): string {
  return `${name}=${value.replace(/[\\",()[\]]/g, String.raw`\$&`)}`;
}

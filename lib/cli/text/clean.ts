// C0, DEL, C1, the marks that reverse the direction of text, and the two Unicode line ends.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

// eslint-disable-next-line no-control-regex -- a sequence of colours begins with one
const COLOURS = /\u001b\[[\d;]*m/g;

/**
 * Text of a stranger, such as a caller's name, made fit for a terminal: whatever could move the
 * cursor, recolour or reverse what stands around it is shown as `·`.
 */
export function clean(text: string): string {
  return text.replace(UNSAFE, '·');
}

/** Lines that a console command of the server printed, with its colours taken off. */
export function cleanLines(lines: readonly string[]): string {
  return lines
    .map((line) => clean(line.replace(COLOURS, '').replace(/\t/g, '        ')))
    .join('\n');
}

/** A value as one line of JSON that is harmless on a terminal as well. */
export function toJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

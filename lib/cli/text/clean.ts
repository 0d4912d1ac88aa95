// Control characters, the marks that reverse the direction of text, and the two Unicode line ends.
const UNSAFE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

const ESCAPE = String.fromCharCode(27);
const COLOURS = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g');

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

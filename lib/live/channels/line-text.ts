import { ownText } from '../core/own-text.js';
import { isNothing } from '../core/read-value.js';

/** Up to this length the engine copies what is cut out of a string. */
export const SHORT = 12;

/** Whether a line says a text behind its head. Long ones are compared where they stand. */
export function isText(line: string, head: number, text: string | undefined): boolean {
  if (text === undefined) return line.length === head || isNothing(line.slice(head));
  if (line.length !== head + text.length) return false;
  return text.length > SHORT ? line.endsWith(text) : line.slice(head) === text;
}

/** A text to be kept; `undefined` where there is none. */
export function keep(text: string): string | undefined {
  return isNothing(text) ? undefined : ownText(text);
}

/** A priority of the dialplan, if it is one. */
export function toPriority(text: string): number | undefined {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

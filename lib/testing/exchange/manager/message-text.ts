import type { Fields } from '../pbx/fields.js';

/** Fields as the lines of a message, without their ends. */
export function fieldLines(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'object' ? value.map((one) => `${name}: ${one}`) : [`${name}: ${value}`],
  );
}

/** Lines as a message. */
export function messageText(lines: readonly string[]): string {
  return `${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
}

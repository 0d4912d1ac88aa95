import { isEscapedField } from '../../wire/is-escaped-field.js';
import { escapeName } from '../exchange/pbx/escape-name.js';
import type { WrittenFields } from './written-fields.js';

/**
 * Fields as the lines of a message.
 *
 * @param event - The name of the event, whose names of callers Asterisk escapes.
 * @throws TypeError for what no line can hold.
 */
export function writeLines(fields: WrittenFields, event?: string): string[] {
  const lines: string[] = [];
  // What follows the line UserEvent is its author's text, which Asterisk sends as it is.
  let isUsersOwn = false;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const isEscaped = event !== undefined && !isUsersOwn && isEscapedField(event, name);
    for (const one of isList(value) ? value : [value]) {
      const text = isEscaped ? escapeName(String(one)) : String(one);
      if (/[\r\n]/.test(name + text) || name.includes(':')) {
        throw new TypeError(`No line can hold the field ${JSON.stringify(name)}: ${text}`);
      }
      lines.push(`${name}: ${text}`);
    }
    isUsersOwn ||= event === 'UserEvent' && name.toLowerCase() === 'userevent';
  }
  return lines;
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

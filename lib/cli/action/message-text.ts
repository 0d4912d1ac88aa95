import { Response } from '../../wire/index.js';
import type { Message } from '../../wire/index.js';
import { isSecretField, REDACTED } from '../../wire/redact.js';
import { clean } from '../text/clean.js';
import type { Paint } from '../text/paint.js';

const NOT_SHOWN = new Set(['actionid', 'eventlist']);

/**
 * A message for people: the output of a Command as it is, anything else as its fields, one a line,
 * with an empty line behind.
 */
export function toMessageText(message: Message, paint: Paint): string {
  const output = message instanceof Response ? message.output : undefined;
  if (output !== undefined) return `${toOutputText(output)}\n`;
  const lines = message.fields
    .filter(([name]) => !NOT_SHOWN.has(name.toLowerCase()))
    .map(([name, value], index) => {
      const shown = isSecretField(name) ? REDACTED : clean(value);
      return `${paint('dim', `${clean(name)}:`)} ${index === 0 ? paint('bold', shown) : shown}`;
    });
  return `${lines.join('\n')}\n\n`;
}

/** What a console command of the server printed, line by line. */
export function toOutputText(output: string): string {
  return output
    .split('\n')
    .map((line) => clean(line.replace(/\t/g, '        ').replace(COLOURS, '')))
    .join('\n');
}

// The server colours what it prints to consoles.
// eslint-disable-next-line no-control-regex -- the sequence begins with a control character
const COLOURS = /\u001b\[[\d;]*m/g;

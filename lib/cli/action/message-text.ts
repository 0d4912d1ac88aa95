import type { MessageView } from '../../errors/index.js';
import { Response } from '../../wire/index.js';
import type { Message } from '../../wire/index.js';
import { isSecretField, redact, REDACTED } from '../../wire/redact.js';
import { clean, cleanLines } from '../text/clean.js';
import type { Paint } from '../text/paint.js';

const NOT_SHOWN = new Set(['actionid', 'eventlist']);

/**
 * A message for people: the output of a Command as it is, anything else as its fields, one a line,
 * with an empty line behind. Secrets are covered.
 */
export function toMessageText(message: Message, paint: Paint): string {
  const output = message instanceof Response ? message.output : undefined;
  if (output !== undefined) return `${cleanLines(output.split('\n'))}\n`;
  const lines = message.fields
    .filter(([name]) => !NOT_SHOWN.has(name.toLowerCase()))
    .map(([name, value], index) => {
      const shown = isSecretField(name, value) ? REDACTED : clean(value);
      return `${paint('dim', `${clean(name)}:`)} ${index === 0 ? paint('bold', shown) : shown}`;
    });
  return `${lines.join('\n')}\n\n`;
}

/** A message for programs: its fields, secrets covered; also a Command's output of old servers. */
export function toMessageObject(message: MessageView): Record<string, string | string[]> {
  const fields = redact(message.toObject());
  if (!(message instanceof Response) || message.has('Output')) return fields;
  return message.output === undefined ? fields : { ...fields, Output: message.output.split('\n') };
}

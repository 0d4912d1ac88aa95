import { AmiEvent } from '../../wire/index.js';
import { isEscapedField } from '../../wire/is-escaped-field.js';
import { gatherChannelVariables } from './channel-variables.js';

/** What an event schema parses: fields, and the message that they are from. */
export interface EventInput {
  readonly fields: unknown;
  /** Absent where the input is no event at all. */
  readonly message: AmiEvent | undefined;
}

/** Takes a message, a decoded event, or the fields of one as a plain object. */
export function readEvent(input: unknown): EventInput {
  if (isEvent(input)) return ofMessage(input);
  if (typeof input !== 'object' || input === null) return { fields: input, message: undefined };
  // What has been decoded is decoded anew.
  if ('message' in input && isEvent(input.message)) return ofMessage(input.message);
  return ofMessage(new AmiEvent(linesOf(input)));
}

function ofMessage(message: AmiEvent): EventInput {
  const fields = message.toObject();
  // Some have a field of that name besides, which is then a list.
  fields['Event'] = message.name;
  return { fields: gatherChannelVariables(fields, message), message };
}

/** By its looks: the package may be loaded twice, as a module and by `require`. */
function isEvent(input: unknown): input is AmiEvent {
  if (input instanceof AmiEvent) return true;
  return (
    typeof input === 'object' &&
    input !== null &&
    'lines' in input &&
    Array.isArray(input.lines) &&
    'toObject' in input
  );
}

function linesOf(input: object): string[] {
  const { Event: event, ...rest } = input as Record<string, unknown>;
  const name = typeof event === 'string' ? event : '';
  const lines = [`Event: ${name}`];
  for (const [field, value] of Object.entries(rest)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') {
        lines.push(`${field}: ${asSent(name, field, String(one))}`);
      }
    }
  }
  return lines;
}

/** Values in an object are past their escaping, which lines are not. */
function asSent(event: string, field: string, value: string): string {
  return isEscapedField(event, field) ? value.replaceAll('\\', String.raw`\\`) : value;
}

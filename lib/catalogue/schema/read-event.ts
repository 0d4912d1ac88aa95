import { AmiEvent } from '../../wire/index.js';
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

/** Values in an object are past their escaping, which lines are not. */
function linesOf(input: object): string[] {
  const { Event: name, ...rest } = input as Record<string, unknown>;
  const lines = [`Event: ${typeof name === 'string' ? name : ''}`];
  for (const [field, value] of Object.entries(rest)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') {
        lines.push(`${field}: ${String(one)}`);
      }
    }
  }
  return lines;
}

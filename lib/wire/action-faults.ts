import type { Field } from './field-lines.js';
import type { TextEncoding } from './line-splitter.js';

/** The longest line that Asterisk reads, without its end (`sizeof(inbuf)` in `main/manager.c`). */
const MAX_ACTION_LINE = 1022;
/** How many fields it reads, `Action` and `ActionID` included (`AST_MAX_MANHEADERS`). */
const MAX_ACTION_FIELDS = 128;
/** Handlers put the ActionID into buffers of 80 bytes, line end and name included. */
const MAX_ACTION_ID = 60;

const BREAKS = /[\r\n\0]/;
const NAME = /^[^\s:](?:[^:]*[^\s:])?$/;

/** Says what keeps an action from arriving as it was meant; values are not repeated. */
export function findFaults(fields: readonly Field[], encoding: TextEncoding): string[] {
  const faults: string[] = [];
  if (fields.length > MAX_ACTION_FIELDS) {
    faults.push(`it has ${fields.length} fields, and Asterisk reads ${MAX_ACTION_FIELDS}`);
  }
  for (const [name, value] of fields) {
    const fault = findFault(name, value, encoding);
    if (fault !== undefined) faults.push(`${JSON.stringify(name)} ${fault}`);
  }
  return faults;
}

function findFault(name: string, value: string, encoding: TextEncoding): string | undefined {
  if (BREAKS.test(name) || BREAKS.test(value))
    return 'holds a line break or NUL, which would inject';
  if (!NAME.test(name)) return 'is no field name: it is empty, or has a colon or blanks around it';
  const line = `${name}: ${value}`;
  const size = Buffer.byteLength(line, encoding);
  if (size > MAX_ACTION_LINE) {
    return `makes a line of ${size} bytes, and Asterisk reads ${MAX_ACTION_LINE}`;
  }
  // Of text that is ASCII alone, there is nothing more to look at.
  if (encoding === 'utf8' && size === line.length) return undefined;
  return isEncodable(line, encoding) ? undefined : `cannot be written as ${encoding}`;
}

/** Says what is wrong with an ActionID. */
export function findActionIdFaults(actionId: string): string[] {
  if (/^[\x21-\x7e]+$/.test(actionId) && actionId.length <= MAX_ACTION_ID) return [];
  return [`its ActionID is not 1 to ${MAX_ACTION_ID} visible ASCII characters`];
}

function isEncodable(text: string, encoding: TextEncoding): boolean {
  return encoding === 'latin1' ? /^[\0-\xff]*$/.test(text) : !/\p{Surrogate}/u.test(text);
}

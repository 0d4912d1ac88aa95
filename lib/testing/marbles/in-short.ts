import type { Field, Message } from '../../wire/index.js';

// An ActionID is another one each time, and a class is the same for all events of a name.
const NOISE: ReadonlySet<string> = new Set(['ActionID', 'Privilege']);

/**
 * Makes a function that writes a message in a line: `Hangup Channel=PJSIP/alice-1 Cause=16`. So a
 * failing expectation says what is the matter, where objects would fill the screen.
 *
 * First comes the name of the event or action, or the status of the response, then fields and their
 * values, in quotes where they are empty or hold a blank. Takes messages and decoded events, in `map`
 * of RxJS as in that of an array.
 *
 * @param names - Which fields, in which order; those that a message does not have are left out.
 *   Without any it is all of them but ActionID and Privilege.
 *
 * @example
 * ```ts
 * import { event, inShort } from 'rxjs-ami/testing';
 *
 * const hangup = event('Hangup', {
 *   Channel: 'PJSIP/alice-1',
 *   Cause: 16,
 *   'Cause-txt': 'Normal Clearing',
 * });
 * console.log(inShort()(hangup)); // Hangup Channel=PJSIP/alice-1 Cause=16 Cause-txt="Normal Clearing"
 * console.log([hangup].map(inShort('Cause'))); // [ 'Hangup Cause=16' ]
 * ```
 */
export function inShort(
  ...names: readonly string[]
): (message: Message | { readonly message: Message }) => string {
  return (given) => {
    // Not by its class: it may be of the other build, and a response has a `message` that is text.
    const message = 'lines' in given ? given : given.message;
    const [[, title] = ['', ''], ...others] = message.fields;
    const fields =
      names.length === 0 ? others.filter(([name]) => !NOISE.has(name)) : named(message, names);
    return [title, ...fields.map(([name, value]) => `${name}=${quoted(value)}`)].join(' ');
  };
}

function named(message: Message, names: readonly string[]): Field[] {
  return names.flatMap((name) => message.getAll(name).map((value): Field => [name, value]));
}

function quoted(value: string): string {
  return /^[^\s"]+$/.test(value) ? value : JSON.stringify(value);
}

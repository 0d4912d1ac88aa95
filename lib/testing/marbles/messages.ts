import { MessageParser } from '../../wire/index.js';
import type { Message } from '../../wire/index.js';

/**
 * The messages in a text: for what is pasted from a log, from `rxjs-ami record`, or from a session of
 * `telnet`. Lines may be indented, line ends are LF or CRLF, and the last message needs no empty line.
 *
 * @example
 * ```ts
 * import { messages } from 'rxjs-ami/testing';
 *
 * const [ringing, answered] = messages(`
 *   Event: Newstate
 *   Channel: PJSIP/alice-1
 *   ChannelStateDesc: Ringing
 *
 *   Event: Newstate
 *   Channel: PJSIP/alice-1
 *   ChannelStateDesc: Up
 * `);
 * console.log(ringing?.get('ChannelStateDesc'), answered?.get('ChannelStateDesc')); // Ringing Up
 * ```
 */
export function messages(text: string): Message[] {
  const parser = new MessageParser();
  const lines = text.split(/\r?\n/).map((line) => line.trimStart());
  return [...lines, ''].map((line) => parser.push(line)).filter((message) => message !== undefined);
}

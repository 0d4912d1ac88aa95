import { AmiEvent, Response } from '../wire/index.js';
import type { Message } from '../wire/index.js';
import type { Diagnostic } from './diagnostic.js';

/** What is odd about a message that was understood all the same. */
export function inspectMessage(message: Message): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!(message instanceof AmiEvent) && !(message instanceof Response)) {
    const text = 'A message started with neither Event nor Response';
    found.push({ type: 'unclassified-message', text, message });
  }
  if (message.lines.some((line) => !line.includes(':') || line.includes('\uFFFD'))) {
    const text = 'A line has no colon, or bytes that are no text in the encoding';
    found.push({ type: 'malformed-line', text, message });
  }
  return found;
}

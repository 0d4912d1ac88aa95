import type { AmiEvent } from '../../../lib/wire/index.js';
import { parseEvent } from '../../support/parse.js';

/** An event written by hand. */
export function eventOf(name: string, fields: Readonly<Record<string, string>> = {}): AmiEvent {
  const lines = Object.entries({ Event: name, ...fields }).map(
    ([key, value]) => `${key}: ${value}`,
  );
  return parseEvent(`${lines.join('\r\n')}\r\n\r\n`);
}

/** Events written by hand, one a line: `PeerStatus | Peer: SIP/a | PeerStatus: Reachable`. */
export function eventsOf(text: string): AmiEvent[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => parseEvent(`Event: ${line.split(' | ').join('\r\n')}\r\n\r\n`));
}

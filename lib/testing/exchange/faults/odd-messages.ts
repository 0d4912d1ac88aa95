import { Random } from '../random.js';
import type { FaultOf } from './fault.js';
import type { Step } from './outlet.js';

const PIECE = 65_536;

/** A response that nobody awaits. */
export function unknownResponse({ actionId = 'nobody-1' }: FaultOf<'unknown-response'>): string {
  return `Response: Success\r\nActionID: ${actionId}\r\nMessage: Nobody asked\r\n\r\n`;
}

/** Bytes by chance. */
export function garbage({ bytes = 64, seed = 1, isClosed = true }: FaultOf<'garbage'>): Uint8Array {
  const random = new Random(seed);
  const noise = Array.from({ length: bytes }, () => random.below(256));
  return Uint8Array.from([...noise, ...(isClosed ? [13, 10, 13, 10] : [])]);
}

/** An event with all ways of not being UTF-8: a lone end, overlong, a surrogate, too large, cut short. */
export function invalidUtf8(): string {
  const text = '\x80 \xc0\xaf \xed\xa0\x80 \xf5\x80\x80\x80 Jos\xe9';
  return `Event: UserEvent\r\nPrivilege: user,all\r\nUserEvent: InvalidUtf8\r\nText: ${text}\r\n\r\n`;
}

/** A long line, piece by piece. */
export function* endlessLine({
  bytes = 2 ** 21,
  everyMs = 10,
}: FaultOf<'endless-line'>): Generator<Step> {
  const piece = new Uint8Array(PIECE).fill(120);
  for (let left = bytes; left > 0; left -= PIECE) {
    yield piece.subarray(0, Math.min(left, PIECE));
    yield everyMs;
  }
  yield Buffer.from('\r\n\r\n');
}

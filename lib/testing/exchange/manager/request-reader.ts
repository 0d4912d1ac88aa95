import { ActionMessage } from './action-message.js';
import type { RequestFault } from './action-message.js';
import { decodeBytes } from './decode-bytes.js';

const LF = 10;
const CR = 13;
/** The buffer of a line, its end included (`mansession_session.inbuf`). */
const BUFFER = 1024;
/** `AST_MAX_MANHEADERS` */
const MAX_LINES = 128;

/**
 * Reads requests from bytes, as Asterisk does (`get_input` and `do_message` of manager.c). Pure:
 * bytes in, requests out, however the network cuts them.
 *
 * A line that fills the buffer is thrown away up to there, and reading goes on within it: a line of
 * 1023 bytes and CRLF leaves a bare LF behind, which ends the message early.
 */
export class RequestReader {
  #rest: Buffer = Buffer.alloc(0);
  #lines: string[] = [];
  #isTooLong = false;
  #hasLost = false;

  /** Takes a chunk; gives the requests that it completes. */
  push(chunk: Uint8Array): ActionMessage[] {
    const requests: ActionMessage[] = [];
    let bytes = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = bytes.subarray(0, BUFFER).indexOf(LF);
      if (end >= 0) {
        const request = this.#takeLine(bytes.subarray(0, end));
        if (request !== undefined) requests.push(request);
        bytes = bytes.subarray(end + 1);
      } else if (bytes.length >= BUFFER) {
        this.#isTooLong = true;
        bytes = bytes.subarray(BUFFER);
      } else break;
    }
    this.#rest = Buffer.from(bytes);
    return requests;
  }

  #takeLine(bytes: Buffer): ActionMessage | undefined {
    const line = untilNul(bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes);
    if (line.length === 0) return this.#endMessage();
    if (this.#lines.length < MAX_LINES) this.#lines.push(decodeBytes(line));
    else this.#hasLost = true;
    return undefined;
  }

  #endMessage(): ActionMessage {
    const request = new ActionMessage(this.#lines, this.#fault);
    this.#lines = [];
    this.#isTooLong = false;
    this.#hasLost = false;
    return request;
  }

  get #fault(): RequestFault | undefined {
    if (this.#hasLost) return 'Too many lines in message or allocation failure';
    return this.#isTooLong ? 'Failed to parse message: line too long' : undefined;
  }
}

function untilNul(bytes: Buffer): Buffer {
  const nul = bytes.indexOf(0);
  return nul < 0 ? bytes : bytes.subarray(0, nul);
}

import { AmiEvent, LineSplitter, MessageParser, Response } from '../../lib/wire/index.js';
import type { Greeting, LineOptions, Message, MessageOptions } from '../../lib/wire/index.js';

/** What a parser makes of some bytes. */
export interface Parsed {
  readonly greeting: Greeting | undefined;
  readonly lines: readonly string[];
  readonly messages: readonly Message[];
  /** How many lines and bytes wait for the end of their message and line. */
  readonly waiting: { readonly lines: number; readonly bytes: number };
}

/** Feeds chunks to a fresh parser. */
export function parse(
  chunks: readonly (Uint8Array | string)[],
  options: LineOptions & MessageOptions = {},
): Parsed {
  const splitter = new LineSplitter(options);
  const parser = new MessageParser(options);
  const lines: string[] = [];
  const messages: Message[] = [];
  const next = (line: string): void => {
    lines.push(line);
    const message = parser.push(line);
    if (message !== undefined) messages.push(message);
  };
  for (const chunk of chunks) splitter.push(chunk, { next });
  const waiting = { lines: parser.waiting, bytes: splitter.waiting };
  return { greeting: parser.greeting, lines, messages, waiting };
}

/** The one message in some text or bytes. */
export function parseOne(text: string | Buffer, options?: LineOptions): Message {
  const { messages } = parse([text], options);
  if (messages.length !== 1) throw new Error(`${messages.length} messages in ${String(text)}`);
  return messages[0] as Message;
}

/** The one response in some text or bytes. */
export function parseResponse(text: string | Buffer): Response {
  const message = parseOne(text);
  if (!(message instanceof Response)) throw new Error(`no response: ${String(message)}`);
  return message;
}

/** The one event in some text or bytes. */
export function parseEvent(text: string | Buffer): AmiEvent {
  const message = parseOne(text);
  if (!(message instanceof AmiEvent)) throw new Error(`no event: ${String(message)}`);
  return message;
}

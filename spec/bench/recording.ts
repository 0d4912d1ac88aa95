import { readFileSync } from 'node:fs';

/** What every client reads of an event: its name and these fields. */
const FIELDS = ['Channel', 'Uniqueid', 'Linkedid'] as const;

export interface Recording {
  /** One event each, with the empty line that ends it. */
  readonly messages: readonly Buffer[];
  readonly block: Buffer;
  /** The names of the events, each once. */
  readonly names: readonly string[];
  /** Sum of the lengths of the name and the three fields over one block. */
  readonly checksum: number;
}

/** The events until somebody hangs up: then the call, with all of its channels, is up. */
export function untilUp({ messages }: Recording): Buffer {
  const isEnd = (message: Buffer): boolean => /^Event: \w*Hangup/.test(message.toString('latin1'));
  return Buffer.concat(messages.slice(0, messages.findIndex(isEnd)));
}

/** The fields of each of the channels of a call, as they were last; that is where `block` ends. */
export function channelsOf(block: Buffer): string[] {
  const fields =
    /^Channel: .*\r\nChannelState: (?:.*\r\n)*?Uniqueid: (.*)\r\nLinkedid: .*(?=\r$)/gm;
  const channels = block.toString('latin1').matchAll(fields);
  return [...new Map([...channels].map(([channel, id]) => [id, channel])).values()];
}

const END = '\r\n\r\n';

/** The events of one real call, which the server sends again and again. */
export function loadRecording(): Recording {
  const file = new URL('../transcripts/a22-queue-call.raw', import.meta.url);
  const text = readFileSync(file, 'latin1');
  const events = text
    .slice(text.indexOf('Event: Newchannel'))
    .split(END)
    .filter((message) => message.startsWith('Event: '));
  const messages = events.map((event) => Buffer.from(event + END, 'latin1'));
  const checksum = events.reduce((sum, event) => sum + lengths(event), 0);
  const names = new Set(events.map((event) => /^Event: (.*?)\r/.exec(event)?.[1] ?? ''));
  return { messages, block: Buffer.concat(messages), names: [...names], checksum };
}

function lengths(event: string): number {
  const fields = new Map(
    event.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  );
  return ['Event', ...FIELDS].reduce((sum, name) => sum + (fields.get(name) ?? '').length, 0);
}

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const uniqueId = /\b\d{9,10}\.\d+\b/g;
/** Where messages are kept, up to the context of the mailbox. */
const spool = /(?:\/[\w.-]+)+\/voicemail\//g;
/** As in `Local/100@default-0000000e;1`; both halves of a Local channel have the same number. */
const channelNumber = /-([0-9a-f]{8})(?=;[12]|\b)/g;

/** Says what exchanges make up by the order of its first appearance: `-#1`, `u1`, `bridge1`. */
export class Names {
  readonly #channels = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  readonly #bridges = new Map<string, string>();

  in(text: string): string {
    return text
      .replace(spool, '<spool>/')
      .replace(uuid, (id) => `bridge${ordinal(this.#bridges, id)}`)
      .replace(uniqueId, (id) => `u${ordinal(this.#ids, id)}`)
      .replace(channelNumber, (_, digits: string) => `-#${ordinal(this.#channels, digits)}`);
  }
}

function ordinal(known: Map<string, string>, name: string): string {
  const given = known.get(name) ?? String(known.size + 1);
  known.set(name, given);
  return given;
}

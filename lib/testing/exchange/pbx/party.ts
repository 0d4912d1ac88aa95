/** A number and a name, of a caller or of whom he is connected with. */
export interface Party {
  readonly number?: string;
  readonly name?: string;
}

/** Whether two are the same. */
export function isSameParty(one: Party, other: Party): boolean {
  return one.number === other.number && one.name === other.name;
}

/** Reads `"Name" <number>`, `Name <number>`, `<number>` or a number alone. */
export function parseParty(text: string): Party {
  const match = /^\s*(?:"([^"]*)"|([^<]*?))\s*<([^>]*)>\s*$/.exec(text);
  if (match === null) {
    const plain = text.trim();
    if (plain === '') return {};
    return /^[+*#0-9]+$/.test(plain) ? { number: plain } : { name: plain.replaceAll('"', '') };
  }
  const [, quoted, bare, number = ''] = match;
  const name = quoted ?? bare ?? '';
  return { ...(number === '' ? {} : { number }), ...(name === '' ? {} : { name }) };
}

/** A section of a configuration file: its entries in order, as a key may repeat. */
export interface ConfigSection {
  readonly name: string;
  readonly entries: readonly (readonly [key: string, value: string])[];
}

/** Reads `[section]`, `key = value` and `key => value`; what follows a `;` is a comment. */
export function readConfig(text: string): ConfigSection[] {
  const sections: { name: string; entries: (readonly [string, string])[] }[] = [];
  for (const line of text.split('\n').map((one) => one.replace(/(^|[^\\]);.*$/, '$1').trim())) {
    const [, name] = /^\[([^\]]+)\]/.exec(line) ?? [];
    const [, key, value = ''] = /^([^=]+?)\s*=>?\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) sections.push({ name, entries: [] });
    else if (key !== undefined) sections.at(-1)?.entries.push([key, value.replaceAll('\\;', ';')]);
  }
  return sections;
}

import type { FieldKind, SimpleKind } from '../schema/field-kind.js';

/** Fields and snapshots in the notation of `hand-written.ts`. */
export interface ParsedFields {
  readonly blocks: readonly { readonly macro: 'channel' | 'bridge'; readonly prefix: string }[];
  readonly fields: readonly { readonly name: string; readonly kind?: FieldKind }[];
}

/** Reads that notation. */
export function parseFields(text: string): ParsedFields {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return {
    blocks: words
      .filter((word) => word.startsWith('@'))
      .map((word) => {
        const [macro, prefix = ''] = word.slice(1).split(':');
        if (macro !== 'channel' && macro !== 'bridge') throw new Error(`${word} is no snapshot`);
        return { macro, prefix };
      }),
    fields: words
      .filter((word) => !word.startsWith('@'))
      .map((word) => {
        const [name = '', kind] = word.split('=');
        return kind === undefined ? { name } : { name, kind: kind as SimpleKind };
      }),
  };
}

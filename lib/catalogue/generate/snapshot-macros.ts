import type { Document } from '@xmldom/xmldom';
import { attribute, select } from './xml.js';

/** The fields behind each macro of the documentation, such as `channel_snapshot`, without prefix. */
export type SnapshotMacros = ReadonlyMap<string, readonly string[]>;

/** Reads the macros from the style sheet that Asterisk itself expands them by. */
export function snapshotMacros(stylesheet: Document): SnapshotMacros {
  const templates = select("//*[local-name()='template'][@match]", stylesheet);
  return new Map(
    templates.flatMap((template) => {
      const names = select(
        "./*[@name='parameter']/*[@name='name']/*[local-name()='value-of']",
        template,
      ).map((value) => /'(\w+)'/.exec(attribute(value, 'select') ?? '')?.[1] ?? '');
      return names.length === 0 ? [] : [[attribute(template, 'match') ?? '', names] as const];
    }),
  );
}

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { listActions } from '../list-actions.js';
import { actionFiles, eventFiles } from './catalogue-files.js';
import { cataloguePage } from './catalogue-page.js';
import { extraFields, mayLack, required, undocumentedIn16, wireNames } from './corrections.js';
import { readEvidence } from './evidence.js';
import { legacyActions } from './legacy-actions.js';
import { legacyEvents } from './legacy-events.js';
import { mergeActions } from './merge-actions.js';
import { mergeEvents } from './merge-events.js';
import type { ActionModel, EventModel } from './model.js';
import { readDocs } from './read-docs.js';
import { responseFields } from './response-fields.js';
import { undocumentedEvents } from './undocumented-events.js';
import { unknownFields } from './unknown-fields.js';
import { writeFolder } from './write-folder.js';

/** Everything that the catalogue is made of. */
export interface Models {
  readonly events: readonly EventModel[];
  readonly actions: readonly ActionModel[];
  /** The page that tells of it. */
  readonly page: string;
}

/**
 * Reads what there is to know: the documentation folders by version, and the folder of recordings.
 */
export function readModels(folders: Readonly<Record<string, string>>, recordings: string): Models {
  const byVersion = Object.entries(folders).map(([version, folder]) => {
    const [major = ''] = version.split('.');
    return { version, major, docs: readDocs(folder) };
  });
  const docs = new Map(byVersion.map((one) => [one.major, one.docs]));
  const evidence = readEvidence(recordings);
  const lists = Object.entries(listActions).filter(([, { kind }]) => kind === 'list');
  const events = mergeEvents({
    docs,
    evidence,
    handWritten: { ...undocumentedEvents, ...legacyEvents },
    extraFields,
    wireNames,
    undocumentedIn16,
    mayLack,
  });
  const actions = mergeActions({
    docs,
    handWritten: legacyActions,
    responseFields,
    lists: new Set(lists.map(([name]) => name)),
    required,
  });
  const macros = byVersion[0]?.docs.macros ?? new Map<string, readonly string[]>();
  const page = cataloguePage({
    coverage: byVersion.map((one) => ({
      version: one.version,
      events: share(
        one.docs.events.map(({ name }) => wireNames[name] ?? name),
        events,
      ),
      actions: share(
        one.docs.actions.map(({ name }) => name),
        actions,
      ),
    })),
    recorded: events.filter(({ name }) => evidence.has(name)).length,
    events,
    actions,
    unknown: unknownFields(events, evidence, macros),
  });
  return { events, actions, page };
}

function share(
  documented: readonly string[],
  models: readonly { readonly name: string }[],
): readonly [had: number, documented: number] {
  const names = new Set(documented);
  const had = new Set(models.map(({ name }) => name));
  return [[...names].filter((name) => had.has(name)).length, names.size];
}

/** Writes the tables of the catalogue, and its page. */
export async function generate(models: Models): Promise<void> {
  const folder = path.join(import.meta.dirname, '..');
  await writeFolder(path.join(folder, 'events'), eventFiles(models.events));
  await writeFolder(path.join(folder, 'actions'), actionFiles(models.actions));
  writeFileSync(path.join(folder, '../../docs/catalogue.md'), models.page);
}

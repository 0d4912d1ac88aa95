import path from 'node:path';
import { listActions } from '../list-actions.js';
import { extraFields, required, undocumentedIn16, wireNames } from './corrections.js';
import { readEvidence } from './evidence.js';
import { legacyActions } from './legacy-actions.js';
import { legacyEvents } from './legacy-events.js';
import { mergeActions } from './merge-actions.js';
import { mergeEvents } from './merge-events.js';
import type { ActionModel, EventModel } from './model.js';
import { readDocs } from './read-docs.js';
import { responseFields } from './response-fields.js';
import { undocumentedEvents } from './undocumented-events.js';
import { writeCatalogue } from './write-catalogue.js';

/** Everything that the catalogue is made of. */
export interface Models {
  readonly events: readonly EventModel[];
  readonly actions: readonly ActionModel[];
}

/**
 * Reads what there is to know: the documentation folders by major version, and the folder of
 * recordings.
 */
export function readModels(folders: Readonly<Record<string, string>>, recordings: string): Models {
  const docs = new Map(
    Object.entries(folders).map(([version, folder]) => [version, readDocs(folder)]),
  );
  const lists = Object.entries(listActions).filter(([, { kind }]) => kind === 'list');
  return {
    events: mergeEvents({
      docs,
      evidence: readEvidence(recordings),
      handWritten: { ...undocumentedEvents, ...legacyEvents },
      extraFields,
      wireNames,
      undocumentedIn16,
    }),
    actions: mergeActions({
      docs,
      handWritten: legacyActions,
      responseFields,
      lists: new Set(lists.map(([name]) => name)),
      required,
    }),
  };
}

/** Writes the tables of the catalogue. */
export async function generate(models: Models): Promise<void> {
  await writeCatalogue(path.join(import.meta.dirname, '..'), models.events, models.actions);
}

import path from 'node:path';
import { generate, readModels } from '../../../lib/catalogue/generate/generate.js';
import { asteriskVersions } from './asterisk-root.js';
import { installAsterisk } from './install-asterisk.js';

/** Where an installation keeps its documentation. */
const documentation = 'usr/share/asterisk/documentation';

/** Writes the catalogue anew, from the documentation of both versions. */
async function main(): Promise<void> {
  const roots = await Promise.all(asteriskVersions.map(installAsterisk));
  const folders = roots.map(({ version, folder }) => [version, path.join(folder, documentation)]);
  const models = readModels(
    Object.fromEntries(folders) as Record<string, string>,
    path.join(import.meta.dirname, '../../transcripts'),
  );
  await generate(models);
  console.log(`${models.events.length} events, ${models.actions.length} actions`);
}

void main();

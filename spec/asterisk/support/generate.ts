import path from 'node:path';
import { generate, readModels } from '../../../lib/catalogue/generate/generate.js';
import { asteriskVersions } from './asterisk-root.js';
import { installAsterisk } from './install-asterisk.js';

/** Where an installation keeps its documentation. */
const documentation = 'usr/share/asterisk/documentation';

/**
 * Writes the catalogue anew, from the documentation of both versions; with `--print`, only prints
 * what is in it.
 */
async function main(): Promise<void> {
  const roots = await Promise.all(asteriskVersions.map(installAsterisk));
  const models = readModels(
    Object.fromEntries(
      roots.map(({ exactVersion, folder }) => [exactVersion, path.join(folder, documentation)]),
    ),
    path.join(import.meta.dirname, '../../transcripts'),
  );
  if (process.argv.includes('--print')) {
    console.log(models.page);
    return;
  }
  await generate(models);
  console.log(`${models.events.length} events and ${models.actions.length} actions`);
}

void main();

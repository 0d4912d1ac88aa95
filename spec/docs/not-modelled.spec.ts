import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as events from '../../lib/catalogue/events/index.js';

const top = join(__dirname, '../..');

/** Every word in quotes of the simulator: the names of what it sends are among them. */
function words(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return new Set(sources.join('\n').match(/(?<=['`])[A-Z]\w+(?=['`])/g));
}

describe('The protocol notes', () => {
  it('name every event of the catalogue that the simulated exchange never sends', () => {
    const sent = words(join(top, 'lib/testing/exchange'));
    const inLists =
      /(Aor|Auth|Contact|Endpoint|ResourceDetail)ListComplete|ResourceListDetailComplete/;
    const missing = Object.keys(events).filter(
      (name) => /^[A-Z]/.test(name) && !sent.has(name) && !inLists.test(name),
    );
    const notes = readFileSync(join(top, 'docs/protocol-notes.md'), 'utf8');
    const table = notes.slice(notes.indexOf('Events that it never sends:'));
    const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(missing.sort());
  });
});

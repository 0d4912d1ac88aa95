import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The other clients on npm, in the versions measured. */
export const PEERS = {
  'asterisk.io': '0.1.1',
  yana: '0.3.0',
  'ami-io': '1.2.1',
  'asterisk-manager': '0.2.0',
  'asterisk-ami-client': '1.1.5',
  nami: '0.7.2',
} as const;

/**
 * Installs what is missing into a folder of its own, never among our dependencies. What cannot be
 * installed shows in the tables as a client that failed.
 */
export function installPeers(): string {
  const folder = fileURLToPath(new URL('../../node_modules/.cache/bench-peers', import.meta.url));
  const missing = Object.entries(PEERS).filter(([name, version]) => {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    return !existsSync(manifest) || versionIn(manifest) !== version;
  });
  if (missing.length === 0) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const wanted = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  spawnSync(
    'npm',
    [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--prefix',
      folder,
      ...wanted,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return folder;
}

function versionIn(manifest: string): unknown {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown }).version;
}

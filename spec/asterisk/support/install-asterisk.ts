import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asteriskHome, runInRoot } from './asterisk-root.js';
import type { AsteriskRoot, AsteriskVersion } from './asterisk-root.js';
import { mmdebstrap } from './mmdebstrap.js';
import { withLock } from './with-lock.js';

interface Recipe {
  readonly suite: string;
  readonly packages: readonly string[];
}

const recipes: Record<AsteriskVersion, Recipe> = {
  16: { suite: 'bullseye', packages: ['asterisk', 'asterisk-voicemail', 'openssl'] },
  22: { suite: 'sid', packages: ['asterisk', 'openssl'] },
};

const installing = new Map<AsteriskVersion, Promise<AsteriskRoot>>();

/** Installs Asterisk into a folder kept between runs, unless it is there already. */
export function installAsterisk(version: AsteriskVersion): Promise<AsteriskRoot> {
  const installation = installing.get(version) ?? install(version);
  installing.set(version, installation);
  installation.catch(() => installing.delete(version));
  return installation;
}

async function install(version: AsteriskVersion): Promise<AsteriskRoot> {
  const folder = join(asteriskHome(), version);
  try {
    return (
      (await installed(version, folder)) ??
      (await withLock(`${folder}.lock`, 20 * 60_000, async () => {
        // Whoever held the lock before may have installed it meanwhile.
        const root = await installed(version, folder);
        return root ?? installAfresh(version, folder);
      }))
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Asterisk ${version} cannot be installed here: ${reason}`, { cause });
  }
}

async function installAfresh(version: AsteriskVersion, folder: string): Promise<AsteriskRoot> {
  if (process.getuid?.() !== 0) throw new Error('it takes root to make a root folder');
  const { suite, packages } = recipes[version];
  const unfinished = `${folder}.unfinished`;
  await removeFolder(folder);
  await removeFolder(unfinished);
  await mmdebstrap(suite, packages, unfinished);
  // Without name servers, no server under test asks anyone anything.
  await writeFile(join(unfinished, 'etc/resolv.conf'), '');
  await writeFile(join(unfinished, 'etc/hosts'), '127.0.0.1 localhost\n');
  await writeFile(join(unfinished, recipeFile), recipeText(version));
  // A root folder bears its own name only once it is complete.
  await rename(unfinished, folder);
  const root = await installed(version, folder);
  if (root === undefined) {
    const found = await versionOf(folder);
    throw new Error(`${suite} carries ${found} now`);
  }
  return root;
}

async function installed(
  version: AsteriskVersion,
  folder: string,
): Promise<AsteriskRoot | undefined> {
  const recipe = await readFile(join(folder, recipeFile), 'utf8').catch(() => undefined);
  if (recipe !== recipeText(version)) return undefined;
  const banner = await versionOf(folder).catch(() => '');
  const exactVersion = /^Asterisk (\d+[\d.]*\d)/.exec(banner)?.[1];
  if (exactVersion?.startsWith(`${version}.`) !== true) return undefined;
  return { version, exactVersion, folder };
}

const recipeFile = '.rxjs-ami-recipe';

function recipeText(version: AsteriskVersion): string {
  return JSON.stringify(recipes[version]);
}

async function versionOf(folder: string): Promise<string> {
  return (await runInRoot(folder, ['asterisk', '-V'], 10_000)).trim();
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { asteriskHome } from './asterisk-root.js';
import { confined } from './confined.js';
import { debianArchive } from './debian-archive.js';
import { run } from './run.js';
import { withLock } from './with-lock.js';

const minuteMs = 60_000;

/** Makes a folder that holds a minimal Debian of that suite with some packages in it. */
export async function mmdebstrap(
  suite: string,
  packages: readonly string[],
  folder: string,
): Promise<void> {
  const archive = await withLock(join(asteriskHome(), 'apt.lock'), 10 * minuteMs, async () => {
    await provideMmdebstrap();
    return debianArchive();
  });
  const [command, args] = confined('mount -t proc proc /proc && exec mmdebstrap "$@"', [
    'mmdebstrap',
    '--mode=root',
    '--variant=essential',
    `--include=${packages.join(',')}`,
    '--aptopt=Acquire::Check-Valid-Until "false"',
    '--aptopt=Acquire::Retries "3"',
    suite,
    folder,
    archive,
  ]);
  await run(command, args, { timeoutMs: 15 * minuteMs, name: 'mmdebstrap' });
}

async function provideMmdebstrap(): Promise<void> {
  if (await isInstalled('mmdebstrap')) return;
  const options = { timeoutMs: 5 * minuteMs, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], options);
  await run('apt-get', ['install', '--yes', 'mmdebstrap'], options);
}

async function isInstalled(command: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(':');
  const found = await Promise.allSettled(
    folders.map((folder) => access(join(folder, command), constants.X_OK)),
  );
  return found.some(({ status }) => status === 'fulfilled');
}

import { run } from './run.js';

/** The address of the mirror that this machine's own apt takes Debian from. */
export async function debianArchive(): Promise<string> {
  const address = (await knownArchive()) ?? (await refreshedArchive());
  if (address === undefined) throw new Error('no Debian archive among the apt sources');
  return address;
}

async function knownArchive(): Promise<string | undefined> {
  // apt reads both formats of sources itself, and knows by the label which of them is the main archive.
  const targets = await run(
    'apt-get',
    ['indextargets', '--format', '$(ORIGIN)|$(LABEL)|$(REPO_URI)', 'Created-By: Packages'],
    { timeoutMs: 30_000 },
  );
  const target = targets.split('\n').find((line) => line.startsWith('Debian|Debian|'));
  return target?.split('|').at(2);
}

async function refreshedArchive(): Promise<string | undefined> {
  await run('apt-get', ['update'], { timeoutMs: 180_000 });
  return knownArchive();
}

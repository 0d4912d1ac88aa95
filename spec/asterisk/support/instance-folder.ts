import { rmSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AsteriskRoot } from './asterisk-root.js';

/** The folder in which one server keeps its configuration, data and logs, within the root folder. */
export interface InstanceFolder {
  /** As the server sees it. */
  readonly inside: string;
  /** As this process sees it. */
  readonly outside: string;
  remove(): Promise<void>;
}

const parent = 'srv/ami';
const left = new Set<string>();
let count = 0;

export async function instanceFolder(root: AsteriskRoot): Promise<InstanceFolder> {
  await sweep(join(root.folder, parent));
  if (count === 0) process.once('exit', removeAllLeft);
  count += 1;
  const random = Math.random().toString(36).slice(2, 8);
  const inside = `/${parent}/${String(process.pid)}-${String(count)}${random}`;
  const outside = join(root.folder, inside);
  for (const name of ['etc', 'db', 'spool', 'run', 'log', 'moh']) {
    await mkdir(join(outside, name), { recursive: true });
  }
  // Music on hold needs music, be it silence.
  await writeFile(join(outside, 'moh/silence.sln'), Buffer.alloc(160_000));
  left.add(outside);
  const remove = async () => {
    await rm(outside, { recursive: true, force: true, maxRetries: 3 });
    left.delete(outside);
  };
  return { inside, outside, remove };
}

/** Removes what processes left that were killed before they could. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!isAlive(Number.parseInt(name, 10))) {
      await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function removeAllLeft(): void {
  for (const folder of left) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 10 });
  }
}

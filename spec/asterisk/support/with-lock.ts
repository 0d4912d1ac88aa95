import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Does some work while no other process does work under the same lock file. */
export async function withLock<T>(
  file: string,
  timeoutMs: number,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const seconds = String(Math.ceil(timeoutMs / 1000));
  // The kernel drops the lock when cat ends, and cat ends when our end of its pipe does: no stale locks.
  const holder = spawn('flock', ['--timeout', seconds, file, 'cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(holder, 'exit');
  holder.stdin.on('error', () => undefined);
  holder.stdin.write('.');
  const answer = await Promise.race([once(holder.stdout, 'data'), ended]);
  if (!Buffer.isBuffer(answer[0])) {
    throw new Error(`No lock on ${file} within ${seconds} s: another process holds it`);
  }
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}

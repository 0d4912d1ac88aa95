import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';

export const asteriskVersions = ['16', '22'] as const;

export type AsteriskVersion = (typeof asteriskVersions)[number];

/** A folder that holds a small system with Asterisk installed in it, to be entered by chroot. */
export interface AsteriskRoot {
  readonly version: AsteriskVersion;
  /** Such as `16.28.0`. */
  readonly exactVersion: string;
  readonly folder: string;
}

export function asteriskHome(): string {
  return process.env['RXJS_AMI_ASTERISK_HOME'] ?? join(homedir(), '.cache', 'rxjs-ami', 'asterisk');
}

export function runInRoot(
  folder: string,
  command: readonly string[],
  timeoutMs: number,
): Promise<string> {
  return run('chroot', [folder, ...command], {
    timeoutMs,
    name: command.join(' '),
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TERM: 'dumb' },
  });
}

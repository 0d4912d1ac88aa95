import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import process from 'node:process';
import { asyncScheduler, fromEvent, merge } from 'rxjs';
import type { Io } from './io.js';

/** This process as the world of the command. */
export function processIo(): Io {
  // By the package's own name, since compiled files lie deeper in it than these.
  const own = createRequire(import.meta.url)('rxjs-ami/package.json') as { version: string };
  // An error on the stream is the printer's to deal with; unheard, it would end the process.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    signals$: merge(fromEvent(process, 'SIGINT'), fromEvent(process, 'SIGTERM')),
    scheduler: asyncScheduler,
    createFile: async (path) => (await open(path, 'wx', 0o600)).createWriteStream(),
    readFile: (path) => readFile(path, 'utf8'),
    version: own.version,
  };
}

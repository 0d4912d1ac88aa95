import process from 'node:process';
import { asyncScheduler, fromEvent, merge } from 'rxjs';
import type { Io } from './io.js';

/** This process as the world of the command. */
export function processIo(version: string): Io {
  // An error on the stream is the printer's to deal with; unheard, it would end the process.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    signals$: merge(fromEvent(process, 'SIGINT'), fromEvent(process, 'SIGTERM')),
    scheduler: asyncScheduler,
    version,
  };
}

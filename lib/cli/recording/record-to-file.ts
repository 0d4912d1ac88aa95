import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { fromEvent, ignoreElements, map, merge, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { record } from '../../testing/index.js';
import { tellLosses } from '../events/tell-losses.js';
import { follow } from '../follow.js';
import type { RecordOptions } from '../invocation.js';
import type { Io } from '../io.js';
import { Printer } from '../printer.js';
import { whenToStop } from '../stop.js';

/** The `record` command: writes down what comes from a server, until it is told to stop. */
export async function recordToFile(options: RecordOptions, io: Io): Promise<void> {
  const printer = new Printer(io.stdout);
  const file = await io.createFile(options.file);
  const failure$ = failureOf(file);
  let size = 0;
  try {
    await follow(options, io, whenToStop(io, printer, options.durationMs), ({ ami, where }) => {
      printer.line(`Recording ${where} to ${options.file}`);
      const written$ = record(ami).pipe(
        tap((text) => {
          size += text.length;
          file.write(text);
        }),
      );
      return merge(written$, tellLosses(ami.status$, io), failure$).pipe(ignoreElements());
    });
  } finally {
    if (file.errored === null) await finished(file.end());
  }
  printer.line(`${String(size)} characters recorded`);
}

/** Errors with what befalls a stream. */
function failureOf(stream: Writable): Observable<never> {
  return fromEvent(stream, 'error').pipe(
    map((error): never => {
      throw error as Error;
    }),
  );
}

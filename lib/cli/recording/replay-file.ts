import { concat, defer, ignoreElements, lastValueFrom, NEVER, takeUntil, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { parseRecording, ReplayServer } from '../../testing/index.js';
import type { Recording } from '../../testing/index.js';
import { replayEvents } from '../../testing/recording/replay-events.js';
import { eventPrinter } from '../events/event-printer.js';
import type { ReplayOptions } from '../invocation.js';
import type { Io } from '../io.js';
import { Printer } from '../printer.js';
import { whenToStop } from '../stop.js';
import { UsageError } from '../usage-error.js';

/** The `replay` command: prints the events of a recording in their time, or serves them. */
export async function replayFile(
  options: ReplayOptions,
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<void> {
  const printer = new Printer(io.stdout);
  const recording = await readRecording(options.file, io);
  const until = <T>(played$: Observable<T>) =>
    lastValueFrom(played$.pipe(takeUntil(whenToStop(io, printer, undefined))), {
      defaultValue: undefined,
    });
  const { speed, port } = options;
  const { scheduler } = io;
  if (port === undefined) {
    const print = eventPrinter(options, env, printer);
    const printed$ = replayEvents(recording, { speed, scheduler }).pipe(
      tap((entry) => {
        if (entry.type === 'event') print(entry.event, recording.startedAt + entry.atMs);
      }),
      ignoreElements(),
    );
    await until(printed$);
    return;
  }
  const server = await ReplayServer.listen(recording, { speed, scheduler, port });
  try {
    printer.line(`Listening at ${server.url}`);
    const over$ = defer(() => {
      printer.line('The recording is over; Ctrl-C ends the server');
      return NEVER;
    });
    await until(concat(server.ended$, over$));
  } finally {
    await server.close();
  }
}

async function readRecording(file: string, io: Io): Promise<Recording> {
  const text = await io.readFile(file);
  try {
    return parseRecording(text);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

import { ignoreElements, merge, tap } from 'rxjs';
import { follow } from '../follow.js';
import type { EventsOptions } from '../invocation.js';
import type { Io } from '../io.js';
import { Printer } from '../printer.js';
import { whenToStop } from '../stop.js';
import { eventPrinter } from './event-printer.js';
import { tellLosses } from './tell-losses.js';

/** The `events` command: prints events as they come, until it is told to stop. */
export function showEvents(
  options: EventsOptions,
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<void> {
  const printer = new Printer(io.stdout);
  const print = eventPrinter(options, env, printer);
  return follow(options, io, whenToStop(io, printer, options.durationMs), ({ ami }) =>
    merge(
      ami.events$.pipe(
        tap((event) => {
          print(event, io.scheduler.now());
        }),
      ),
      tellLosses(ami.status$, io),
    ).pipe(ignoreElements()),
  );
}

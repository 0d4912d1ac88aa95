import { filter, ignoreElements, merge, tap } from 'rxjs';
import { redact } from '../../wire/redact.js';
import { follow } from '../follow.js';
import type { EventsOptions } from '../invocation.js';
import type { Io } from '../io.js';
import { abilitiesOf } from '../abilities.js';
import { Printer } from '../printer.js';
import { whenToStop } from '../stop.js';
import { toJsonLine } from '../text/clean.js';
import { inColour, plain } from '../text/paint.js';
import { tellLosses } from './tell-losses.js';
import { toEventLine } from './event-line.js';
import { matchGlobs } from './glob.js';

/** The `events` command: prints events as they come, until it is told to stop. */
export function showEvents(
  options: EventsOptions,
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<void> {
  const printer = new Printer(io.stdout);
  const paint = abilitiesOf(io.stdout, env).colours ? inColour : plain;
  const matches = matchGlobs(options.names);
  return follow(options, io, whenToStop(io, printer, options.durationMs), ({ ami }) =>
    merge(
      ami.events$.pipe(
        filter((event) => matches(event.name)),
        tap((event) => {
          printer.line(
            options.json
              ? toJsonLine(redact(event.toObject()))
              : toEventLine(event, io.scheduler.now(), paint),
          );
        }),
      ),
      tellLosses(ami.status$).pipe(
        tap((text) => {
          io.stderr.write(`rxjs-ami: ${text}\n`);
        }),
      ),
    ).pipe(ignoreElements()),
  );
}

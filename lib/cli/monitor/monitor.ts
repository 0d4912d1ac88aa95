import { combineLatest, ignoreElements, interval, map, merge, startWith, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { abilitiesOf } from '../abilities.js';
import { follow } from '../follow.js';
import type { MonitorOptions } from '../invocation.js';
import type { Io } from '../io.js';
import { Printer } from '../printer.js';
import { whenToStop } from '../stop.js';
import { toJsonLine } from '../text/clean.js';
import { inColour, plain } from '../text/paint.js';
import type { Paint } from '../text/paint.js';
import { MonitorModel } from './monitor-model.js';
import type { Report } from './monitor-model.js';
import { monitorInputs } from './monitor-inputs.js';
import { toReportObject, toSummaryObject } from './report-json.js';
import { toReportLine } from './report-line.js';
import { drawScreen } from './screen.js';
import { toSummaryText } from './summary-text.js';
import { showPictures, terminalSize } from './terminal.js';

// How often the picture may change.
const FRAME_MS = 200;

/**
 * The `monitor` command: the calls and queues of an exchange as a live picture or as lines, until it is told
 * to stop; then the summary.
 */
export async function monitor(
  options: MonitorOptions,
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<void> {
  const printer = new Printer(io.stdout);
  const { cursor, colours } = abilitiesOf(io.stdout, env);
  const paint = colours ? inColour : plain;
  const { scheduler } = io;
  const model = new MonitorModel(scheduler.now());
  try {
    await follow(options, io, whenToStop(io, printer, options.durationMs), ({ ami, where }) => {
      const reports$ = monitorInputs(ami, scheduler).pipe(
        map((input) => model.take(input, scheduler.now())),
      );
      if (cursor && !options.json) {
        const pictures$ = drawFrames(model, where, io, paint);
        return showPictures(merge(reports$.pipe(ignoreElements()), pictures$), io.stdout);
      }
      const toLine = (report: Report): string =>
        options.json
          ? toJsonLine(toReportObject(report, where))
          : toReportLine(report, where, paint);
      return reports$.pipe(
        tap((all) => {
          for (const report of all) printer.line(toLine(report));
        }),
      );
    });
  } finally {
    if (model.wasOnline) printSummary(model, options.json, printer, io, paint);
  }
}

function drawFrames(
  model: MonitorModel,
  where: string,
  { scheduler, stdout }: Io,
  paint: Paint,
): Observable<readonly string[]> {
  const clock$ = interval(FRAME_MS, scheduler).pipe(startWith(0));
  return combineLatest([terminalSize(stdout), clock$]).pipe(
    map(([size]) => {
      const at = scheduler.now();
      const { calls, queues, ended, status, statusAt, notices } = model;
      const summary = model.sum(at);
      const content = { where, calls, queues, ended, status, statusAt, notices, summary };
      return drawScreen(content, size, at, paint);
    }),
  );
}

function printSummary(
  model: MonitorModel,
  json: boolean,
  printer: Printer,
  { scheduler }: Io,
  paint: Paint,
): void {
  const at = scheduler.now();
  const summary = model.sum(at);
  if (json) printer.line(toJsonLine(toSummaryObject(summary, at)));
  else for (const line of toSummaryText(summary, paint)) printer.line(line);
}

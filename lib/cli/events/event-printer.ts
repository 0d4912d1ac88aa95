import { redact } from '../../wire/redact.js';
import type { AmiEvent } from '../../wire/index.js';
import { abilitiesOf } from '../abilities.js';
import type { Printer } from '../printer.js';
import { toJsonLine } from '../text/clean.js';
import { inColour, plain } from '../text/paint.js';
import { toEventLine } from './event-line.js';
import { matchGlobs } from './glob.js';

interface EventPrinterOptions {
  readonly json: boolean;
  /** Globs of event names; none for all events. */
  readonly names: readonly string[];
}

/** A function that prints the events that were asked for, with the moments at which they came. */
export function eventPrinter(
  { json, names }: EventPrinterOptions,
  env: Readonly<Record<string, string | undefined>>,
  printer: Printer,
): (event: AmiEvent, at: number) => void {
  const paint = abilitiesOf(printer.output, env).colours ? inColour : plain;
  const matches = matchGlobs(names);
  return (event, at) => {
    if (!matches(event.name)) return;
    printer.line(json ? toJsonLine(redact(event.toObject())) : toEventLine(event, at, paint));
  };
}

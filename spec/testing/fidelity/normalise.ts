import type { AmiEvent } from '../../../lib/index.js';
import { answerLines } from './answer-lines.js';
import { apartSource } from './apart.js';
import { isIrrelevant } from './irrelevant.js';
import { Lines } from './lines.js';
import { Names } from './names.js';
import { plainEvent } from './plain-event.js';
import type { PlainEvent } from './plain-event.js';
import type { Scenario } from './scenario.js';
import { sourcesOf } from './sources.js';
import type { Performed } from './stage.js';

/** What was heard in a scenario, as a text that is the same whenever the same happens. */
export function normalise(
  performed: readonly Performed[],
  events: readonly AmiEvent[],
  { loose = {}, unsure = {} }: Pick<Scenario, 'loose' | 'unsure'> = {},
): string {
  const names = new Names();
  const plain = events
    .filter((event) => !isIrrelevant(event) && !Object.hasOwn(unsure, variableOr(event)))
    .map((event) => plainEvent(event, names));
  const sections = [
    section(
      'Actions',
      performed.flatMap((one) => answerLines(one, names)),
    ),
    ...bySource(plain, loose).map(([name, lines]) => section(name, lines)),
    section('Fields', fieldLines(plain)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function variableOr(event: AmiEvent): string {
  return event.name === 'VarSet' ? (event.get('Variable') ?? '') : event.name;
}

function section(title: string, lines: readonly string[]): string {
  return [`## ${title}`, ...lines].join('\n');
}

function bySource(
  events: readonly PlainEvent[],
  loose: Readonly<Record<string, string>>,
): (readonly [source: string, lines: readonly string[]])[] {
  const sources = new Map<string, Lines>();
  const linesOf = (source: string) => {
    const lines = sources.get(source) ?? new Lines();
    sources.set(source, lines);
    return lines;
  };
  for (const event of events) {
    const apart = apartSource(event) ?? (Object.hasOwn(loose, event.name) ? event.name : undefined);
    if (apart !== undefined) {
      linesOf(apart).addBare(event);
      continue;
    }
    const [main, ...others] = sourcesOf(event);
    linesOf(main.name).add(event, main.fields);
    for (const { name } of others) linesOf(name).mention(event, main.name);
  }
  return [...sources]
    .map(([source, { lines }]) => [source, ordered(source, lines, loose)] as const)
    .filter(([, lines]) => lines.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function ordered(
  source: string,
  lines: readonly string[],
  loose: Readonly<Record<string, string>>,
): readonly string[] {
  const [name = ''] = source.split(' ');
  const isLoose = Object.hasOwn(loose, name);
  if (name === 'DeviceStateChange') return isLoose ? lines.slice(-1) : withoutFirstIdle(lines);
  if (!isLoose) return lines;
  return [...new Set(lines.map((line) => line.replace(/ \w*BridgeNumChannels=\d+/g, '')))].sort();
}

/** A channel that is new is asked for its state at once, and may be told to be idle still. */
function withoutFirstIdle(lines: readonly string[]): readonly string[] {
  return /Device=Local\/.* State=NOT_INUSE$/.test(lines[0] ?? '') ? lines.slice(1) : lines;
}

/** The fields of every kind of event, in order; more than one line where they differ. */
function fieldLines(events: readonly PlainEvent[]): string[] {
  const lines = events.map(
    ({ name, privilege, fields }) =>
      `${name} (${privilege}): ${fields.map(([field]) => field).join(' ')}`,
  );
  return [...new Set(lines)].sort();
}

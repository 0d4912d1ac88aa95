import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AmiEvent, LineSplitter, MessageParser } from '../../wire/index.js';
import { isNothing } from '../schema/nothing.js';

/** What recordings tell of the events of one name. */
export interface Seen {
  readonly count: number;
  /** The versions of Asterisk that have sent it. */
  readonly versions: ReadonlySet<string>;
  /** How often each field had a value. */
  readonly fields: ReadonlyMap<string, number>;
  /** Fields whose values were all `true` or `false`. */
  readonly flags: ReadonlySet<string>;
}

interface Collected {
  count: number;
  readonly versions: Set<string>;
  readonly fields: Map<string, string[]>;
}

/** Reads what servers have really sent, from the recordings of a folder. */
export function readEvidence(folder: string): ReadonlyMap<string, Seen> {
  const values = new Map<string, Collected>();
  const files = readdirSync(folder).sort();
  const events = files.flatMap((file) =>
    eventsOf(folder, file).map((event) => [file, event] as const),
  );
  for (const [file, event] of events) {
    const seen = values.get(event.name) ?? {
      count: 0,
      versions: new Set<string>(),
      fields: new Map<string, string[]>(),
    };
    values.set(event.name, seen);
    seen.count++;
    // The name of a recording begins with the version: `a22-queue-call`.
    seen.versions.add(file.slice(1, 3));
    for (const name of new Set(event.fields.map(([field]) => field))) {
      const value = event.get(name) ?? '';
      const all = seen.fields.get(name) ?? [];
      seen.fields.set(name, all);
      if (!isNothing(value)) all.push(value);
    }
  }
  return new Map(
    Array.from(values, ([name, { count, versions, fields }]) => [
      name,
      {
        count,
        versions,
        fields: new Map(Array.from(fields, ([field, all]) => [field, all.length])),
        flags: new Set([...fields.keys()].filter((field) => areFlags(fields.get(field) ?? []))),
      },
    ]),
  );
}

function eventsOf(folder: string, file: string): AmiEvent[] {
  if (!file.endsWith('.raw')) return [];
  const parser = new MessageParser();
  const events: AmiEvent[] = [];
  const next = (line: string): void => {
    const message = parser.push(line);
    if (message instanceof AmiEvent) events.push(message);
  };
  new LineSplitter().push(readFileSync(path.join(folder, file)), { next });
  return events;
}

function areFlags(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => value === 'true' || value === 'false');
}

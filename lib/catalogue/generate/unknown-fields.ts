import type { Seen } from './evidence.js';
import type { EventModel } from './model.js';
import type { SnapshotMacros } from './snapshot-macros.js';

/** A field in the recordings that the catalogue does not have, and why. */
export interface UnknownField {
  readonly field: string;
  readonly events: readonly string[];
  readonly reason: string;
}

const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^UserEvent\./, 'what the sender of the event calls it: `defineEvent` gives it a type'],
  [/\.X-/, 'forged: a dialplan of the recordings puts line breaks into values'],
];

const common = /^(?:Event|Privilege|ActionID|Timestamp|SystemName|\w*ChanVariable(?:\(.*)?)$/s;

/**
 * What the recordings have and the catalogue does not.
 *
 * @throws for a field without a reason: it belongs into the tables.
 */
export function unknownFields(
  events: readonly EventModel[],
  evidence: ReadonlyMap<string, Seen>,
  macros: SnapshotMacros,
): UnknownField[] {
  const found = new Map<string, { events: string[]; reason: string }>();
  for (const event of events) {
    const known = new Set([...event.fields.map(({ name }) => name), ...inBlocks(event, macros)]);
    for (const field of evidence.get(event.name)?.fields.keys() ?? []) {
      if (known.has(field) || common.test(field)) continue;
      const reason = reasons.find(([pattern]) => pattern.test(`${event.name}.${field}`))?.[1];
      if (reason === undefined) throw new Error(`${event.name} has a field ${field} of no kind`);
      const entry = found.get(field) ?? { events: [], reason };
      found.set(field, entry);
      entry.events.push(event.name);
    }
  }
  return Array.from(found, ([field, rest]) => ({ field, ...rest }));
}

function inBlocks(event: EventModel, macros: SnapshotMacros): string[] {
  return event.blocks.flatMap(({ macro, prefix }) =>
    (macros.get(`${macro}_snapshot`) ?? []).map((name) => prefix + name),
  );
}

import type { FieldKind } from '../schema/field-kind.js';
import type { Seen } from './evidence.js';
import { familyOf } from './families.js';
import { fieldKind, kindOfWords } from './field-kinds.js';
import type { HandWrittenEvent } from './hand-written.js';
import type { BlockModel, EventModel, FieldModel } from './model.js';
import { parseFields } from './parse-fields.js';
import type { Docs, EntryFacts, FieldFacts } from './read-docs.js';

/** What is known of the events of Asterisk, by version and from where. */
export interface Sources {
  /** Documentation by major version. */
  readonly docs: ReadonlyMap<string, Docs>;
  readonly evidence: ReadonlyMap<string, Seen>;
  readonly handWritten: Readonly<Record<string, HandWrittenEvent>>;
  /** Fields that documented events have besides. */
  readonly extraFields: Readonly<Record<string, string>>;
  /** How names are spelt that the documentation spells otherwise. */
  readonly wireNames: Readonly<Record<string, string>>;
  /** Events of Asterisk 16 that its documentation lacks. */
  readonly undocumentedIn16: readonly string[];
  /** Events whose own channel is not always there. */
  readonly mayLack: readonly string[];
}

/** One list of all events. */
export function mergeEvents(sources: Sources): EventModel[] {
  const documented = new Map<string, Map<string, EntryFacts>>();
  for (const [version, { events }] of sources.docs) {
    for (const facts of events) {
      const name = sources.wireNames[facts.name] ?? facts.name;
      const byVersion = documented.get(name) ?? new Map<string, EntryFacts>();
      documented.set(name, byVersion);
      const before = byVersion.get(version);
      // Some are documented more than once, by one module each.
      byVersion.set(version, before === undefined ? facts : joined(before, facts));
    }
  }
  const models = Array.from(documented, ([name, byVersion]) => ofDocs(name, byVersion, sources));
  for (const [name, event] of Object.entries(sources.handWritten)) {
    if (!documented.has(name)) models.push(byHand(name, event, sources.evidence.get(name)));
  }
  return models.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function joined(one: EntryFacts, other: EntryFacts): EntryFacts {
  const names = new Set(one.fields.map(({ name }) => name));
  const fields = other.fields.filter(({ name }) => !names.has(name));
  const blocks = new Set(one.snapshots.map(({ macro, prefix }) => macro + prefix));
  const snapshots = other.snapshots.filter(({ macro, prefix }) => !blocks.has(macro + prefix));
  return {
    name: one.name,
    module: one.module ?? other.module,
    classes: [...new Set([...one.classes, ...other.classes])],
    fields: [...one.fields, ...fields],
    snapshots: [...one.snapshots, ...snapshots],
  };
}

function ofDocs(
  name: string,
  byVersion: ReadonlyMap<string, EntryFacts>,
  { docs, evidence, extraFields, undocumentedIn16, mayLack }: Sources,
): EventModel {
  const all = [...byVersion.values()];
  const facts = all.reduce(joined);
  const seen = evidence.get(name);
  const more = undocumentedIn16.includes(name) ? ['16'] : [];
  const versions = new Set([...byVersion.keys(), ...(seen?.versions ?? []), ...more]);
  const always = (field: string): boolean => {
    if (seen !== undefined) return seen.fields.get(field) === seen.count;
    return all.every(({ fields }) => fields.some((one) => one.name === field));
  };
  const blocks = facts.snapshots.map(({ macro, prefix }): BlockModel => {
    const kind = macro === 'bridge_snapshot' ? 'bridge' : 'channel';
    // Of an event that nobody has recorded, other channels than its own may be absent.
    const isSure =
      seen === undefined
        ? prefix === ''
        : certain[kind].every((field) => seen.fields.get(prefix + field) === seen.count);
    const block = `${name}.${prefix}${kind === 'bridge' ? 'Bridge' : 'Channel'}`;
    return { macro: kind, prefix, isAlways: isSure && !mayLack.includes(block) };
  });
  const inBlocks = new Set(
    facts.snapshots.flatMap(({ macro, prefix }) =>
      (docs.get([...byVersion.keys()][0] ?? '')?.macros.get(macro) ?? []).map(
        (one) => prefix + one,
      ),
    ),
  );
  const isNew = (field: FieldFacts, index: number): boolean =>
    facts.fields.findIndex(({ name: other }) => other === field.name) === index;
  const documented = facts.fields.filter(
    (field, index) => !implied.has(field.name) && !inBlocks.has(field.name) && isNew(field, index),
  );
  const extra = parseFields(extraFields[name] ?? '').fields;
  return {
    name,
    family: familyOf(name, facts.module),
    classes: [...new Set(all.flatMap(({ classes }) => classes))],
    versions: [...versions].sort().join(', '),
    isDocumented: true,
    blocks,
    fields: [
      ...documented.map((field) => modelOf(name, field, seen, always(field.name))),
      ...extra.map(({ name: field, kind }) =>
        modelOf(name, { name: field, words: [] }, seen, always(field), kind),
      ),
    ],
  };
}

function byHand(name: string, event: HandWrittenEvent, seen: Seen | undefined): EventModel {
  const { blocks, fields } = parseFields(event.fields);
  const always = (field: string): boolean => seen?.fields.get(field) === seen?.count;
  return {
    name,
    family: event.family,
    classes: event.classes ?? [],
    versions: event.versions,
    isDocumented: false,
    blocks: blocks.map((block) => ({
      ...block,
      isAlways: block.prefix === '' && (seen === undefined || always('Uniqueid')),
    })),
    fields: fields
      .filter(({ name: field }) => !implied.has(field))
      .map(({ name: field, kind }) =>
        modelOf(name, { name: field, words: [] }, seen, seen !== undefined && always(field), kind),
      ),
  };
}

/** What the snapshot of a channel or a bridge always has. */
const certain = {
  channel: ['Channel', 'ChannelState', 'Uniqueid', 'Linkedid'],
  bridge: ['BridgeUniqueid', 'BridgeNumChannels'],
};

/** What every event may have is not written for each. */
const implied = new Set(['Event', 'Privilege', 'ActionID', 'Timestamp', 'SystemName']);

/** A kind that is required stays so only where the field is always there. */
function modelOf(
  event: string,
  field: FieldFacts,
  seen: Seen | undefined,
  isAlways: boolean,
  given?: FieldKind,
): FieldModel {
  const { name, words, required } = field;
  // Of a configuration, which options there are depends on the version.
  const flags = seen?.flags.has(name) === true ? 'flag?' : undefined;
  const kind = given ?? fieldKind(event, name) ?? kindOfWords(words) ?? flags ?? 'text';
  // Without a recording, only what names something is taken to be always there.
  const isCertain = isAlways && required !== false && (seen !== undefined || kind === 'name');
  const isGiven = given === 'name' && seen === undefined;
  if (kind === 'name') return { name, kind: isCertain || isGiven ? 'name' : 'text' };
  if (kind !== 'number' && kind !== 'flag' && kind !== 'duration') return { name, kind };
  return { name, kind: isCertain ? kind : `${kind}?` };
}

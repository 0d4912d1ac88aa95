import { findField, valueAfter } from '../../wire/field-lines.js';
import { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { isNothing } from '../core/read-value.js';
import type { Channel, DialplanPlace, Party } from './channel.js';
import { toChannelState, toStateWord } from './channel-states.js';

/**
 * The fields that Asterisk writes of a channel, in this order, in nearly every event about it.
 *
 * Source: `ast_manager_build_channel_state_string_prefix` in `main/manager_channels.c`.
 */
const fields = [
  'Channel',
  'ChannelState',
  'ChannelStateDesc',
  'CallerIDNum',
  'CallerIDName',
  'ConnectedLineNum',
  'ConnectedLineName',
  'Language',
  'AccountCode',
  'Context',
  'Exten',
  'Priority',
  'Uniqueid',
  'Linkedid',
] as const;

type SnapshotField = (typeof fields)[number];

/** What an event says of a channel, whatever the event. */
export type Snapshot = Pick<
  Channel,
  'name' | 'state' | 'caller' | 'connected' | 'language' | 'account' | 'place' | 'linkedid'
>;

const nobody: Party = { number: undefined, name: undefined };
const nowhere: DialplanPlace = { context: undefined, extension: undefined, priority: undefined };

/**
 * Reads the channel that events name under a prefix. What is known already is compared where it
 * stands, so that an event that says nothing new costs no memory.
 */
export class SnapshotReader {
  readonly #names: readonly string[];
  // Where the block was in the last event of a name.
  readonly #starts = new Map<string, number>();

  /** @param prefix - Such as `Dest`. */
  constructor(prefix = '') {
    this.#names = fields.map((field) => `${prefix}${field}: `);
  }

  /** The line where the block of a channel begins; -1 where there is none as Asterisk writes it. */
  find({ name, lines }: AmiEvent): number {
    const known = this.#starts.get(name);
    if (known !== undefined && this.#isBlock(lines, known)) return known;
    const first = this.#name('Channel');
    const start = lines.findIndex((line) => line.startsWith(first));
    if (start < 0 || !this.#isBlock(lines, start)) return -1;
    this.#starts.set(name, start);
    return start;
  }

  /**
   * An event whose only block is that of the channel, where the fields are there in another order or
   * with others in between; `undefined` where there is no channel.
   */
  rearrange(event: AmiEvent): AmiEvent | undefined {
    const indices = this.#names.map((name) => findField(event.lines, name.slice(0, -2)));
    if ((indices[2] as number) < 0 || (indices[12] as number) < 0) return undefined;
    return new AmiEvent([
      event.lines[0] as string,
      ...this.#names.map((name, i) => {
        const line = event.lines[indices[i] as number] ?? '';
        return name + valueAfter(line, name.length - 2);
      }),
    ]);
  }

  /** The Uniqueid in the block. */
  idAt({ lines }: AmiEvent, start: number): string {
    return this.#textAt(lines, start, 'Uniqueid');
  }

  /** Whether the block says what is known already. */
  isSame({ lines }: AmiEvent, start: number, known: Snapshot): boolean {
    const { caller, connected, place } = known;
    return (
      this.#isText(lines, start, 2, toStateWord(known.state)) &&
      this.#isText(lines, start, 0, known.name) &&
      this.#isText(lines, start, 3, caller.number) &&
      this.#isText(lines, start, 4, caller.name) &&
      this.#isText(lines, start, 5, connected.number) &&
      this.#isText(lines, start, 6, connected.name) &&
      this.#isText(lines, start, 7, known.language) &&
      this.#isText(lines, start, 8, known.account) &&
      this.#isText(lines, start, 9, place.context) &&
      this.#isText(lines, start, 10, place.extension) &&
      this.#isNumber(lines, start, 11, place.priority) &&
      this.#isText(lines, start, 13, known.linkedid)
    );
  }

  /** Reads the block; what is known already is kept, the rest is copied. */
  read(event: AmiEvent, start: number, known?: Snapshot): Snapshot {
    const { lines } = event;
    const text = (field: SnapshotField, old?: string): string | undefined =>
      keep(this.#textAt(lines, start, field), old);
    // Asterisk escapes names, which reading the field of the event undoes.
    const name = (field: SnapshotField, old?: string): string | undefined =>
      this.#textAt(lines, start, field).includes('\\')
        ? keep(event.get(this.#name(field).slice(0, -2)) ?? '', old)
        : text(field, old);
    const { caller = nobody, connected = nobody, place = nowhere } = known ?? {};
    return {
      name: text('Channel', known?.name) ?? '',
      state: toChannelState(this.#textAt(lines, start, 'ChannelStateDesc')),
      caller: keepParty(
        caller,
        text('CallerIDNum', caller.number),
        name('CallerIDName', caller.name),
      ),
      connected: keepParty(
        connected,
        text('ConnectedLineNum', connected.number),
        name('ConnectedLineName', connected.name),
      ),
      language: text('Language', known?.language),
      account: text('AccountCode', known?.account),
      place: keepPlace(
        place,
        text('Context', place.context),
        text('Exten', place.extension),
        toPriority(this.#textAt(lines, start, 'Priority')),
      ),
      linkedid: text('Linkedid', known?.linkedid) ?? this.idAt(event, start),
    };
  }

  #name(field: SnapshotField): string {
    return this.#names[fields.indexOf(field)] as string;
  }

  #textAt(lines: readonly string[], start: number, field: SnapshotField): string {
    const i = fields.indexOf(field);
    return (lines[start + i] as string).slice((this.#names[i] as string).length);
  }

  #isText(lines: readonly string[], start: number, i: number, text: string | undefined): boolean {
    const line = lines[start + i] as string;
    const { length } = this.#names[i] as string;
    return text === undefined
      ? line.length === length || isNothing(line.slice(length))
      : line.length === length + text.length && line.endsWith(text);
  }

  #isNumber(
    lines: readonly string[],
    start: number,
    i: number,
    number: number | undefined,
  ): boolean {
    return (
      toPriority((lines[start + i] as string).slice((this.#names[i] as string).length)) === number
    );
  }

  #isBlock(lines: readonly string[], start: number): boolean {
    const names = this.#names;
    const last = fields.length - 1;
    return (
      lines.length > start + last &&
      (lines[start + last] as string).startsWith(names[last] as string) &&
      (lines[start + last - 1] as string).startsWith(names[last - 1] as string) &&
      (lines[start + 2] as string).startsWith(names[2] as string) &&
      (lines[start] as string).startsWith(names[0] as string)
    );
  }
}

function keep(text: string, known: string | undefined): string | undefined {
  if (text === known) return known;
  return isNothing(text) ? undefined : ownText(text);
}

function toPriority(text: string): number | undefined {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function keepParty(old: Party, number: string | undefined, name: string | undefined): Party {
  return old.number === number && old.name === name ? old : { number, name };
}

function keepPlace(
  old: DialplanPlace,
  context: string | undefined,
  extension: string | undefined,
  priority: number | undefined,
): DialplanPlace {
  const isSame =
    old.context === context && old.extension === extension && old.priority === priority;
  return isSame ? old : { context, extension, priority };
}

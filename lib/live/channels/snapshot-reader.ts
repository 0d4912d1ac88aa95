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
type Lines = readonly string[];

/** Where in a block a field is. */
const at = Object.fromEntries(fields.map((field, i) => [field, i])) as Record<
  SnapshotField,
  number
>;

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

  /** @param prefix - Such as `Dest`. */
  constructor(prefix = '') {
    this.#names = fields.map((field) => `${prefix}${field}: `);
  }

  /**
   * The line where the block of a channel begins; -1 where there is none as Asterisk writes it.
   *
   * @param likely - Where it was in the last event of the name.
   */
  find({ lines }: AmiEvent, likely = -1): number {
    if (likely >= 0 && this.#isBlock(lines, likely)) return likely;
    const first = this.#name('Channel');
    const start = lines.findIndex((line) => line.startsWith(first));
    return start >= 0 && this.#isBlock(lines, start) ? start : -1;
  }

  /**
   * An event whose only block is that of the channel, where the fields are there in another order or
   * with others in between; `undefined` where there is no channel.
   */
  rearrange(event: AmiEvent): AmiEvent | undefined {
    const { lines } = event;
    const indexOf = (name: string): number => findField(lines, name.slice(0, -2));
    if (indexOf(this.#name('Uniqueid')) < 0) return undefined;
    if (indexOf(this.#name('ChannelStateDesc')) < 0) return undefined;
    return new AmiEvent([
      lines[0] as string,
      ...this.#names.map((name) => {
        const line = lines[indexOf(name)] ?? '';
        return name + valueAfter(line, name.length - 2);
      }),
    ]);
  }

  /** The Uniqueid in the block. */
  idAt({ lines }: AmiEvent, start: number): string {
    return this.#textAt(lines, start, at.Uniqueid);
  }

  /** Whether the block says what is known already. */
  isSame({ lines }: AmiEvent, start: number, known: Snapshot): boolean {
    const { caller, connected, place } = known;
    return (
      this.#isText(lines, start, at.ChannelStateDesc, toStateWord(known.state)) &&
      this.#isText(lines, start, at.Priority, toWord(place.priority)) &&
      this.#isText(lines, start, at.Exten, place.extension) &&
      this.#isText(lines, start, at.Context, place.context) &&
      this.#isText(lines, start, at.ConnectedLineNum, connected.number) &&
      this.#isText(lines, start, at.ConnectedLineName, connected.name) &&
      this.#isText(lines, start, at.CallerIDNum, caller.number) &&
      this.#isText(lines, start, at.CallerIDName, caller.name) &&
      this.#isText(lines, start, at.Channel, known.name) &&
      this.#isText(lines, start, at.Language, known.language) &&
      this.#isText(lines, start, at.AccountCode, known.account) &&
      this.#isText(lines, start, at.Linkedid, known.linkedid)
    );
  }

  /** Reads the block; what is known already is kept, the rest is copied. */
  read(event: AmiEvent, start: number, known?: Snapshot): Snapshot {
    const { lines } = event;
    const { caller = nobody, connected = nobody, place = nowhere } = known ?? {};
    return {
      name: this.#text(lines, start, at.Channel, known?.name) ?? '',
      state: this.#state(lines, start, known?.state),
      caller: keepParty(
        caller,
        this.#text(lines, start, at.CallerIDNum, caller.number),
        this.#escaped(event, start, at.CallerIDName, caller.name),
      ),
      connected: keepParty(
        connected,
        this.#text(lines, start, at.ConnectedLineNum, connected.number),
        this.#escaped(event, start, at.ConnectedLineName, connected.name),
      ),
      language: this.#text(lines, start, at.Language, known?.language),
      account: this.#text(lines, start, at.AccountCode, known?.account),
      place: keepPlace(
        place,
        this.#text(lines, start, at.Context, place.context),
        this.#text(lines, start, at.Exten, place.extension),
        this.#priority(lines, start, place.priority),
      ),
      linkedid: this.#text(lines, start, at.Linkedid, known?.linkedid) ?? this.idAt(event, start),
    };
  }

  #name(field: SnapshotField): string {
    return this.#names[at[field]] as string;
  }

  #text(lines: Lines, start: number, i: number, known: string | undefined): string | undefined {
    return this.#isText(lines, start, i, known) ? known : keep(this.#textAt(lines, start, i));
  }

  /** Asterisk escapes names, which reading the field of the event undoes. */
  #escaped(
    event: AmiEvent,
    start: number,
    i: number,
    known: string | undefined,
  ): string | undefined {
    if (!(event.lines[start + i] as string).includes('\\')) {
      return this.#text(event.lines, start, i, known);
    }
    const text = event.get((this.#names[i] as string).slice(0, -2)) ?? '';
    return text === known ? known : keep(text);
  }

  #state(lines: Lines, start: number, known: Channel['state'] | undefined): Channel['state'] {
    const isSame =
      known !== undefined && this.#isText(lines, start, at.ChannelStateDesc, toStateWord(known));
    return isSame ? known : toChannelState(this.#textAt(lines, start, at.ChannelStateDesc));
  }

  #priority(lines: Lines, start: number, known: number | undefined): number | undefined {
    return this.#isText(lines, start, at.Priority, toWord(known))
      ? known
      : toPriority(this.#textAt(lines, start, at.Priority));
  }

  #textAt(lines: Lines, start: number, i: number): string {
    return (lines[start + i] as string).slice((this.#names[i] as string).length);
  }

  /** Compares where the text stands: nothing is cut out of the line. */
  #isText(lines: Lines, start: number, i: number, text: string | undefined): boolean {
    const line = lines[start + i] as string;
    const { length } = this.#names[i] as string;
    return text === undefined
      ? line.length === length || isNothing(line.slice(length))
      : line.length === length + text.length && line.endsWith(text);
  }

  #isBlock(lines: Lines, start: number): boolean {
    return (
      lines.length > start + at.Linkedid &&
      this.#isField(lines, start, at.Linkedid) &&
      this.#isField(lines, start, at.Uniqueid) &&
      this.#isField(lines, start, at.ChannelStateDesc) &&
      this.#isField(lines, start, at.Channel)
    );
  }

  // Every event is looked at, and `startsWith` takes thrice the time.
  #isField(lines: Lines, start: number, i: number): boolean {
    const name = this.#names[i] as string;
    const head = (lines[start + i] as string).slice(0, name.length);
    return head === name;
  }
}

function keep(text: string): string | undefined {
  return isNothing(text) ? undefined : ownText(text);
}

function toWord(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
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

import { findField, valueAfter } from '../../wire/field-lines.js';
import { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import type { Channel, DialplanPlace, Party } from './channel.js';
import { toChannelState, toStateWord } from './channel-states.js';
import { isText, keep, SHORT, toPriority } from './line-text.js';
import { at, fields } from './snapshot-fields.js';
import type { SnapshotField } from './snapshot-fields.js';

type Lines = readonly string[];

/** What an event says of a channel, whatever the event. */
export type Snapshot = Pick<
  Channel,
  'name' | 'state' | 'caller' | 'connected' | 'language' | 'account' | 'place' | 'linkedid'
>;

const ZERO = 48;
const COLON = 58;

const nobody: Party = { number: undefined, name: undefined };

const nothing: Snapshot = {
  name: '',
  state: 'unknown',
  caller: nobody,
  connected: nobody,
  language: undefined,
  account: undefined,
  place: { context: undefined, extension: undefined, priority: undefined },
  linkedid: '',
};

/**
 * Reads the channel that events name under a prefix. What is known already is compared where it
 * stands, so that an event that says nothing new costs no memory.
 */
export class SnapshotReader {
  /** How many lines a block has. */
  readonly length = fields.length;
  readonly #fields: readonly string[];
  // With what stands between them and their values.
  readonly #lengths: readonly number[];
  readonly #tails: readonly string[];

  /** @param prefix - Such as `Dest`. */
  constructor(prefix = '') {
    this.#fields = fields.map((field) => `${prefix}${field}`);
    this.#lengths = this.#fields.map((field) => field.length + ': '.length);
    this.#tails = this.#fields.map((field) => `${field}: `.slice(-SHORT));
  }

  /**
   * The line where the block of a channel begins; -1 where there is none as Asterisk writes it.
   *
   * @param likely - Where it was in the last event of the name.
   */
  find({ lines }: AmiEvent, likely = -1): number {
    if (likely >= 0 && this.#isStill(lines, likely)) return likely;
    const start = findField(lines, this.#field('Channel'));
    return start >= 0 && this.#isBlock(lines, start) ? start : -1;
  }

  /**
   * An event whose only block is that of the channel, where the fields are there in another order or
   * with others in between; `undefined` where there is no channel.
   */
  rearrange(event: AmiEvent): AmiEvent | undefined {
    const { lines } = event;
    if (findField(lines, this.#field('Uniqueid')) < 0) return undefined;
    if (findField(lines, this.#field('ChannelStateDesc')) < 0) return undefined;
    return new AmiEvent([
      lines[0] as string,
      ...this.#fields.map((field) => {
        const line = lines[findField(lines, field)] ?? '';
        return `${field}: ${valueAfter(line, field.length)}`;
      }),
    ]);
  }

  /** The Uniqueid in the block. */
  idAt({ lines }: AmiEvent, start: number): string {
    return this.#textAt(lines, start, at.Uniqueid);
  }

  /** Reads the block: `known` itself where that says the same, else with copies of what is new. */
  read(event: AmiEvent, start: number, known: Snapshot = nothing): Snapshot {
    const { lines } = event;
    if (this.#isSame(lines, start, known)) return known;
    const state = this.#state(lines, start, known.state);
    const place = this.#place(lines, start, known.place);
    const connected = this.#party(event, start, at.ConnectedLineNum, known.connected);
    const caller = this.#party(event, start, at.CallerIDNum, known.caller);
    const name = this.#text(lines, start, at.Channel, known.name) ?? '';
    const language = this.#text(lines, start, at.Language, known.language);
    const account = this.#text(lines, start, at.AccountCode, known.account);
    const old = known === nothing ? undefined : known.linkedid;
    const linkedid = this.#text(lines, start, at.Linkedid, old) ?? ownText(this.idAt(event, start));
    // A name may be escaped and still be the one that is known.
    const isSame =
      state === known.state &&
      place === known.place &&
      connected === known.connected &&
      caller === known.caller &&
      name === known.name &&
      language === known.language &&
      account === known.account &&
      linkedid === known.linkedid;
    if (isSame) return known;
    return { name, state, caller, connected, language, account, place, linkedid };
  }

  /** Whether a block says what is known: nearly all do. */
  #isSame(lines: Lines, start: number, known: Snapshot): boolean {
    const { caller, connected, place } = known;
    return (
      this.#says(lines, start, at.Exten, place.extension) &&
      this.#digit(lines, start, at.Priority) === place.priority &&
      this.#textAt(lines, start, at.ChannelStateDesc) === toStateWord(known.state) &&
      this.#says(lines, start, at.Channel, known.name) &&
      this.#says(lines, start, at.CallerIDNum, caller.number) &&
      this.#says(lines, start, at.CallerIDName, caller.name) &&
      this.#says(lines, start, at.ConnectedLineNum, connected.number) &&
      this.#says(lines, start, at.ConnectedLineName, connected.name) &&
      this.#says(lines, start, at.Language, known.language) &&
      this.#says(lines, start, at.AccountCode, known.account) &&
      this.#says(lines, start, at.Context, place.context) &&
      this.#says(lines, start, at.Linkedid, known.linkedid)
    );
  }

  #says(lines: Lines, start: number, i: number, text: string | undefined): boolean {
    return isText(lines[start + i] as string, this.#lengths[i] as number, text);
  }

  #field(field: SnapshotField): string {
    return this.#fields[at[field]] as string;
  }

  #text(lines: Lines, start: number, i: number, known: string | undefined): string | undefined {
    const line = lines[start + i] as string;
    const length = this.#lengths[i] as number;
    return isText(line, length, known) ? known : keep(line.slice(length));
  }

  /** A number, and the name in the line behind it. */
  #party(event: AmiEvent, start: number, i: number, known: Party): Party {
    const number = this.#text(event.lines, start, i, known.number);
    const name = this.#escaped(event, start, i + 1, known.name);
    return number === known.number && name === known.name ? known : { number, name };
  }

  /** Asterisk escapes names, which reading the field of the event undoes. */
  #escaped(
    event: AmiEvent,
    start: number,
    i: number,
    known: string | undefined,
  ): string | undefined {
    const text = this.#text(event.lines, start, i, known);
    if (text === known || text?.includes('\\') !== true) return text;
    const unescaped = event.get(this.#fields[i] as string) ?? '';
    return unescaped === known ? known : keep(unescaped);
  }

  #place(lines: Lines, start: number, known: DialplanPlace): DialplanPlace {
    const context = this.#text(lines, start, at.Context, known.context);
    const extension = this.#text(lines, start, at.Exten, known.extension);
    const priority =
      this.#digit(lines, start, at.Priority) ?? toPriority(this.#textAt(lines, start, at.Priority));
    const isSame =
      context === known.context && extension === known.extension && priority === known.priority;
    return isSame ? known : { context, extension, priority };
  }

  #state(lines: Lines, start: number, known: Channel['state']): Channel['state'] {
    const word = this.#textAt(lines, start, at.ChannelStateDesc);
    return word === toStateWord(known) ? known : toChannelState(word);
  }

  /** The number of a field that has one digit, as nearly all have. */
  #digit(lines: Lines, start: number, i: number): number | undefined {
    const line = lines[start + i] as string;
    const length = this.#lengths[i] as number;
    const digit = line.length === length + 1 ? line.charCodeAt(length) - ZERO : -1;
    return digit >= 0 && digit <= 9 ? digit : undefined;
  }

  #textAt(lines: Lines, start: number, i: number): string {
    return (lines[start + i] as string).slice(this.#lengths[i]);
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

  /** Whether a block is where one was in the last event of the name: this is looked at in every event. */
  #isStill(lines: Lines, start: number): boolean {
    return (
      lines.length > start + at.Linkedid &&
      this.#isLike(lines, start, at.Linkedid) &&
      this.#isLike(lines, start, at.Uniqueid) &&
      this.#isLike(lines, start, at.Channel)
    );
  }

  /** The first and the last letter tell these fields from all the others of a block. */
  #isLike(lines: Lines, start: number, i: number): boolean {
    const line = lines[start + i] as string;
    const field = this.#fields[i] as string;
    const last = field.length - 1;
    return (
      line.length > field.length &&
      line.charCodeAt(last + 1) === COLON &&
      line.charCodeAt(last) === field.charCodeAt(last) &&
      line.charCodeAt(0) === field.charCodeAt(0)
    );
  }

  // The engine compares short copies much faster than anything else.
  #isField(lines: Lines, start: number, i: number): boolean {
    const length = this.#lengths[i] as number;
    return (
      (lines[start + i] as string).slice(Math.max(0, length - SHORT), length) === this.#tails[i]
    );
  }
}

/**
 * How a field is decoded. What may be absent, or say nothing, is optional: all kinds but `name`,
 * `number`, `flag` and `duration`, which have a twin with `?` for that.
 *
 * - `name`: text that is always there, since it names what the event is about.
 * - `text`: text, as it came.
 * - `caller`: text that also says nothing where it says `unknown`, without brackets.
 * - `texts`: every value of a field that repeats.
 * - `number`: a number that one counts or measures with; never what only looks like one.
 * - `flag`: a yes or no, in any of Asterisk's spellings.
 * - `duration`: `HH:MM:SS`, in seconds.
 * - `time`: seconds since 1970, or ISO 8601, as a `Date`; zero is nothing.
 * - `list`: words between commas.
 * - `pairs`: `name=value`, where the field repeats, as an object.
 * - `encoded`: percent-encoded text, decoded.
 * - `environment`: percent-encoded lines of `name: value`, as an object.
 * - `channels`: for each channel, its variables.
 */
export type SimpleKind =
  | 'name'
  | 'text'
  | 'caller'
  | 'texts'
  | 'number'
  | 'number?'
  | 'flag'
  | 'flag?'
  | 'duration'
  | 'duration?'
  | 'time'
  | 'list'
  | 'pairs'
  | 'encoded'
  | 'environment'
  | 'channels';

/** A kind, or the words that Asterisk documents; others come through as they are. */
export type FieldKind = SimpleKind | readonly string[];

/** The fields of an event or a response, by Asterisk's names. */
export type Fields = Readonly<Record<string, FieldKind>>;

/** Text by name. */
export type TextRecord = Readonly<Record<string, string>>;

interface SimpleValues {
  name: string;
  text: string;
  caller: string;
  texts: readonly string[];
  number: number;
  'number?': number;
  flag: boolean;
  'flag?': boolean;
  duration: number;
  'duration?': number;
  time: Date;
  list: readonly string[];
  pairs: TextRecord;
  encoded: string;
  environment: TextRecord;
  channels: Readonly<Record<string, TextRecord>>;
}

/** What a kind decodes to; of words, completion knows those documented. */
export type FieldValue<K extends FieldKind> = K extends SimpleKind
  ? SimpleValues[K]
  : K extends readonly (infer W extends string)[]
    ? W | (string & {})
    : never;

/** The kinds of what is always there. */
export type RequiredKind = 'name' | 'number' | 'flag' | 'duration';

/** An object of decoded fields. */
export type DecodedFields<F extends Fields> = {
  readonly [K in keyof F as F[K] extends RequiredKind ? K : never]: FieldValue<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends RequiredKind ? never : K]?: FieldValue<F[K]> | undefined;
};

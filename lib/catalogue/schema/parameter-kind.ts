import type { ActionValue } from '../../wire/index.js';

/**
 * What a parameter of an action takes.
 *
 * - `text`: text or a number.
 * - `number`: a number.
 * - `flag`: `true` and `false`, or Asterisk's words for them; sent as `yes` and `no`.
 * - `list`: words, sent with commas between them.
 * - `variables`: an object of variables, or `name=value`, or a list of those.
 */
export type SimpleParameterKind = 'text' | 'number' | 'flag' | 'list' | 'variables';

/** A kind, or the words that Asterisk takes. */
export type ParameterKind = SimpleParameterKind | readonly string[];

/** The parameters of an action, by Asterisk's names. */
export type Parameters = Readonly<Record<string, ParameterKind>>;

interface SimpleParameterValues {
  text: string | number | bigint | boolean;
  number: number | bigint | `${number}`;
  flag: boolean | 'yes' | 'no' | 'true' | 'false' | 'on' | 'off' | '1' | '0' | 1 | 0;
  list: string | readonly string[];
  variables: string | readonly string[] | Readonly<Record<string, ActionValue>>;
}

/** What may be given for a kind. */
export type ParameterValue<K extends ParameterKind> = K extends SimpleParameterKind
  ? SimpleParameterValues[K]
  : K extends readonly (infer W)[]
    ? W
    : never;

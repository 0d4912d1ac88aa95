import type { Output } from './io.js';

/** What an output can do beyond taking text. */
export interface Abilities {
  /** The cursor can be moved. */
  readonly cursor: boolean;
  /** Colours are shown, and wanted. */
  readonly colours: boolean;
}

/** Looks at the output and at the usual environment variables: `TERM`, `NO_COLOR`. */
export function abilitiesOf(
  output: Output,
  env: Readonly<Record<string, string | undefined>>,
): Abilities {
  const cursor = output.isTTY === true && env['TERM'] !== 'dumb';
  return { cursor, colours: cursor && (env['NO_COLOR'] ?? '') === '' };
}

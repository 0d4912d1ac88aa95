import { styleText } from 'node:util';

/** A look that the command uses, by the names of `util.styleText`. */
export type Look = 'bold' | 'dim' | 'inverse' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

/** Gives text a look, or leaves it as it is. */
export type Paint = (look: Look | readonly Look[], text: string) => string;

/** Colours as ANSI sequences. */
export const inColour: Paint = (look, text) =>
  styleText(typeof look === 'string' ? look : [...look], text, { validateStream: false });

/** No colours. */
export const plain: Paint = (_look, text) => text;

import { displayWidth, fitWidth } from '../text/width.js';
import type { Look, Paint } from '../text/paint.js';

/** A column of the table, in columns of the terminal; 0 for one that there is no room for. */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: 'right';
}

/** Text with a look. */
export interface Cell {
  readonly text: string;
  readonly look?: Look;
  /** What stands for the text where that does not fit. */
  readonly short?: string;
}

const GAP = '  ';

/** The columns of the calls on a terminal so wide. */
export function columnsFor(columns: number): Column[] {
  const since: Column = { title: 'SINCE', width: columns >= 64 ? 8 : 0 };
  const state: Column = { title: 'STATE', width: columns >= 84 ? 18 : columns >= 44 ? 13 : 0 };
  const length: Column = { title: 'TIME', width: 7, align: 'right' };
  const taken = [since, state, length].filter(({ width }) => width > 0);
  const gaps = GAP.length * (taken.length + 1);
  const left = Math.max(10, columns - gaps - taken.reduce((sum, { width }) => sum + width, 0));
  const who = Math.floor(left / 2);
  return [since, { title: 'WHO', width: who }, { title: 'WITH', width: left - who }, state, length];
}

/** One row, cells cut off or filled up to their columns. */
export function drawRow(columns: readonly Column[], cells: readonly Cell[], paint: Paint): string {
  const drawn = columns.flatMap(({ width, align }, index) => {
    if (width === 0) return [];
    const { text, look, short = text }: Cell = cells[index] ?? { text: '' };
    const shown = displayWidth(text) <= width ? text : short;
    const pad = align === 'right' ? ' '.repeat(Math.max(0, width - displayWidth(shown))) : '';
    const fitted = pad + fitWidth(shown, width - pad.length);
    return [look === undefined ? fitted : paint(look, fitted)];
  });
  return drawn.join(GAP);
}

/** Pieces of text one behind the other, cut off where the terminal ends. */
export function drawPieces(pieces: readonly Cell[], columns: number, paint: Paint): string {
  let left = columns;
  let drawn = '';
  for (const { text, look } of pieces) {
    if (left <= 0) break;
    const cut = fitWidth(text, Math.min(left, displayWidth(text)));
    drawn += look === undefined ? cut : paint(look, cut);
    left -= displayWidth(cut);
  }
  return drawn;
}

import { clean } from '../text/clean.js';
import type { Paint } from '../text/paint.js';
import { displayWidth } from '../text/width.js';
import type { ScreenContent, ScreenSize } from './screen-content.js';
import { drawHeader } from './screen-header.js';
import { drawQueues } from './screen-queues.js';
import { dim, toCells, toEndedCells } from './screen-rows.js';
import { columnsFor, drawPieces, drawRow } from './screen-table.js';
import type { Cell, Column } from './screen-table.js';

/**
 * Draws calls and queues for a screen of that size: at most `rows` lines of at most `columns` columns.
 * Pure.
 */
export function drawScreen(
  content: ScreenContent,
  { columns, rows }: ScreenSize,
  at: number,
  paint: Paint,
): string[] {
  const table = columnsFor(columns);
  const titles = table.map(({ title }): Cell => ({ text: title, look: 'dim' }));
  const foot = [drawNotice(content, columns, paint), drawFooter(content, columns, paint)];
  // Calls come first: queues get a third of what there is.
  const third = Math.floor((rows - foot.length) / 3);
  const isOnline = content.status.state === 'online';
  const head = [
    drawHeader(content, columns, at, paint),
    '',
    ...drawQueues(content.queues, columns, third, at, isOnline, paint),
    drawRow(table, titles, paint),
  ];
  const room = Math.max(1, rows - head.length - foot.length);
  const body = drawBody(content, table, room, at, paint);
  const blank = Array<string>(room - body.length).fill('');
  return [...head, ...body, ...blank, ...foot].slice(0, rows);
}

/** As many calls as there is room for; what is left is for those that are over. */
function drawBody(
  { calls, ended, status }: ScreenContent,
  table: readonly Column[],
  room: number,
  at: number,
  paint: Paint,
): string[] {
  const shown = calls.length > room ? calls.slice(0, room - 1) : calls;
  const rows = shown.map((call) => {
    const cells = toCells(call, calls, at);
    // Without a connection this is how it was, not how it is.
    return drawRow(table, status.state === 'online' ? cells : cells.map(dim), paint);
  });
  if (shown.length < calls.length) {
    rows.push(paint('dim', `… and ${calls.length - shown.length} more`));
  }
  if (calls.length === 0) rows.push(paint('dim', 'No calls at the moment.'));
  const left = room - rows.length - 2;
  if (left < 1 || ended.length === 0) return rows;
  const over = ended.slice(0, left).map((call) => drawRow(table, toEndedCells(call), paint));
  return [...rows, '', paint('dim', 'ENDED'), ...over];
}

/** The first notice, and how many more there are. */
function drawNotice({ notices }: ScreenContent, columns: number, paint: Paint): string {
  const [first, ...others] = notices;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : `(+${others.length}) `;
  return drawPieces([{ text: clean(`${more}${first}`), look: 'yellow' }], columns, paint);
}

function drawFooter({ summary }: ScreenContent, columns: number, paint: Paint): string {
  const { up, calls, answered, missed, events } = summary;
  const counts = `${up} up · ${calls} seen · ${answered} answered · ${missed} missed · ${events} events`;
  const hint = 'Ctrl-C ends';
  const gap = columns - displayWidth(counts) - displayWidth(hint);
  const right: Cell[] = gap > 0 ? [{ text: ' '.repeat(gap) }, { text: hint, look: 'dim' }] : [];
  return drawPieces([{ text: counts }, ...right], columns, paint);
}

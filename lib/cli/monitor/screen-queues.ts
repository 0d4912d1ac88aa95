import { clean } from '../text/clean.js';
import type { Look, Paint } from '../text/paint.js';
import { toLength } from '../text/time.js';
import { longestWaitMs } from './queue.js';
import type { ShownQueue } from './queue.js';
import { dim } from './screen-rows.js';
import { drawRow } from './screen-table.js';
import type { Cell, Column } from './screen-table.js';

/**
 * Draws the queues in at most `room` lines, titles and a blank line behind them included; none where
 * there is no room for one. Where not all can be shown, those are in which something is going on.
 */
export function drawQueues(
  queues: readonly ShownQueue[],
  columns: number,
  room: number,
  at: number,
  isOnline: boolean,
  paint: Paint,
): string[] {
  const left = room - 2;
  if (queues.length === 0 || left < 1) return [];
  const shown = queues.length > left ? busiest(queues, left - 1) : queues;
  const table = columnsFor(columns);
  const titles = table.map(({ title }): Cell => ({ text: title, look: 'dim' }));
  const rows = shown.map((queue) => {
    const cells = toCells(queue, at);
    return drawRow(table, isOnline ? cells : cells.map(dim), paint);
  });
  if (shown.length < queues.length) {
    rows.push(paint('dim', `… and ${queues.length - shown.length} more queues`));
  }
  return [drawRow(table, titles, paint), ...rows, ''];
}

/** So many of the queues, those with callers first, in the order of all. */
function busiest(queues: readonly ShownQueue[], count: number): ShownQueue[] {
  const rank = ({ waiting, talking }: ShownQueue): number =>
    waiting > 0 ? 2 : talking > 0 ? 1 : 0;
  const picked = new Set([...queues].sort((a, b) => rank(b) - rank(a)).slice(0, count));
  return queues.filter((queue) => picked.has(queue));
}

function columnsFor(columns: number): Column[] {
  const number = (title: string, from: number): Column => ({
    title,
    width: columns >= from ? title.length : 0,
    align: 'right',
  });
  const numbers = [
    number('WAITING', 24),
    number('LONGEST', 44),
    number('AVAILABLE', 54),
    number('TALKING', 34),
    number('PAUSED', 64),
  ];
  const taken = numbers.reduce((sum, { width }) => sum + (width === 0 ? 0 : width + 2), 0);
  const name = Math.min(24, Math.max(10, columns - taken));
  return [{ title: 'QUEUE', width: name }, ...numbers];
}

function toCells(queue: ShownQueue, at: number): Cell[] {
  const { name, waiting, available, talking, paused } = queue;
  const isWaiting = waiting > 0;
  const urgency: Look = available === 0 ? 'red' : 'yellow';
  const count = (value: number, look?: Look): Cell =>
    value === 0 || look === undefined ? { text: String(value) } : { text: String(value), look };
  return [
    { text: clean(name) },
    count(waiting, urgency),
    isWaiting ? { text: toLength(longestWaitMs(queue, at)), look: urgency } : { text: '' },
    count(available),
    count(talking, 'green'),
    count(paused, 'blue'),
  ];
}

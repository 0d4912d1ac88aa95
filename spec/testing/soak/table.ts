import type { Sample } from './sample.js';
import { megabytes } from './unevenness.js';

const widths = [8, 10, 10, 8, 8, 9, 9];

/** The head of a table of samples. */
export const tableHead = row([
  's',
  'events',
  'heap MB',
  'sockets',
  'timers',
  'sessions',
  'channels',
]);

/** A sample as a row of the table. */
export function tableRow(sample: Sample): string {
  const { atMs, events, heap, handles, timers, sessions, channels } = sample;
  return row([
    (atMs / 1000).toFixed(0),
    String(events),
    megabytes(heap),
    ...[handles, timers, sessions, channels].map(String),
  ]);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('');
}

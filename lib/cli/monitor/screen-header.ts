import { toStatusText } from '../status-text.js';
import type { Look, Paint } from '../text/paint.js';
import { toClock } from '../text/time.js';
import { displayWidth } from '../text/width.js';
import type { ScreenContent } from './screen-content.js';
import { drawPieces } from './screen-table.js';
import type { Cell } from './screen-table.js';

/** The first line: which server, where the connection stands, what time it is. */
export function drawHeader(
  { where, status, statusAt }: ScreenContent,
  columns: number,
  at: number,
  paint: Paint,
): string {
  const look: Look =
    status.state === 'online' ? 'green' : status.state === 'waiting' ? 'red' : 'yellow';
  // Counts down to the next attempt.
  const shown =
    status.state === 'waiting'
      ? { ...status, delayMs: Math.max(0, statusAt + status.delayMs - at) }
      : status;
  const left: Cell[] = [
    { text: 'rxjs-ami monitor', look: 'bold' },
    { text: `  ${where}  ` },
    { text: `● ${toStatusText(shown)}`, look },
  ];
  const clock = toClock(at);
  const taken = left.reduce((sum, { text }) => sum + displayWidth(text), 0);
  const gap = columns - taken - clock.length;
  const right: Cell[] = gap > 0 ? [{ text: ' '.repeat(gap) }, { text: clock, look: 'dim' }] : [];
  return drawPieces([...left, ...right], columns, paint);
}

import type { Status } from '../../client/index.js';
import { toStatusText } from '../status-text.js';
import { clean } from '../text/clean.js';
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
  const left: Cell[] = [
    { text: 'rxjs-ami monitor', look: 'bold' },
    { text: `  ${where}  ` },
    { text: `● ${describe(status, statusAt, at)}`, look },
  ];
  const clock = toClock(at);
  const taken = left.reduce((sum, { text }) => sum + displayWidth(text), 0);
  const gap = columns - taken - clock.length;
  const right: Cell[] = gap > 0 ? [{ text: ' '.repeat(gap) }, { text: clock, look: 'dim' }] : [];
  return drawPieces([...left, ...right], columns, paint);
}

/** What matters most stands first, since the line may be cut off. */
function describe(status: Status, statusAt: number, at: number): string {
  if (status.state !== 'waiting') return toStatusText(status);
  const seconds = Math.max(0, statusAt + status.delayMs - at) / 1000;
  return `offline, next attempt in ${seconds.toFixed(1)} s: ${clean(status.cause.message)}`;
}

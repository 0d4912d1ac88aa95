import { fromEvent, map, Observable, startWith } from 'rxjs';
import type { Output } from '../io.js';
import type { ScreenSize } from './screen-content.js';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[H\u001b[2J';
const LEAVE = '\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const CLEAR_LINE = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';
// A terminal that knows these shows the picture as a whole; others ignore them.
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';

/** The size of a terminal, now and whenever it changes. */
export function terminalSize(output: Output): Observable<ScreenSize> {
  return fromEvent(output, 'resize').pipe(
    startWith(undefined),
    map(() => ({ columns: output.columns ?? 80, rows: output.rows ?? 24 })),
  );
}

/**
 * Shows pictures on a terminal, each in the place of the last, on a screen of their own; when it is
 * unsubscribed from or ends, the terminal is as it was before, cursor included.
 */
export function showPictures(
  pictures: Observable<readonly string[]>,
  output: Output,
): Observable<never> {
  return new Observable((subscriber) => {
    const write = (text: string): void => {
      if (output.writable) output.write(text);
    };
    write(ENTER);
    subscriber.add(() => {
      write(LEAVE);
    });
    let shown = '';
    subscriber.add(
      pictures.subscribe({
        next: (lines) => {
          const picture = lines.map((line) => line + CLEAR_LINE).join('\r\n');
          if (picture === shown) return;
          shown = picture;
          write(`${BEGIN}${HOME}${picture}${CLEAR_BELOW}${END}`);
        },
        error: (error: unknown) => {
          subscriber.error(error);
        },
        complete: () => {
          subscriber.complete();
        },
      }),
    );
  });
}

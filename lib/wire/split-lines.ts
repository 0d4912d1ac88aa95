import { ignoreElements, Observable, Subject, takeUntil, tap } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import { LineSplitter } from './line-splitter.js';
import type { LineOptions } from './line-splitter.js';

/**
 * Turns chunks of bytes or text, cut anywhere, into lines without their ends (LF or CRLF).
 *
 * Use it to read AMI from something that is no socket: a file, a pipe, a recording.
 *
 * It emits a line when its end has come, completes with the source (what follows the last line
 * end is dropped: half a line means nothing), and errors with the source or with a
 * `ProtocolError` where a line passes `maxLineLength`. Unsubscribing unsubscribes the source.
 *
 * @example
 * ```ts
 * import { of } from 'rxjs';
 * import { splitLines } from 'rxjs-ami';
 *
 * of('Event: Han', 'gup\r\nCause: 16\n').pipe(splitLines()).subscribe(console.log);
 * // Event: Hangup
 * // Cause: 16
 * ```
 */
export function splitLines(options?: LineOptions): OperatorFunction<Uint8Array | string, string> {
  return (source) =>
    new Observable((subscriber) => {
      const splitter = new LineSplitter(options);
      const closed$ = new Subject<void>();
      // So that a source that emits at once stops as soon as nobody listens any more.
      subscriber.add(() => {
        closed$.next();
      });
      const pushed$ = source.pipe(
        tap((chunk) => {
          splitter.push(chunk, subscriber);
        }),
        ignoreElements(),
        takeUntil(closed$),
      );
      return pushed$.subscribe(subscriber);
    });
}

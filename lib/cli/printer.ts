import { fromEvent, map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Output } from './io.js';

/** Prints, and knows when nobody reads any more. */
export class Printer {
  /**
   * Emits the stream's error when it can take no more: `EPIPE` when the reader has gone, as in
   * `| head`.
   */
  readonly failure$: Observable<NodeJS.ErrnoException>;

  constructor(readonly output: Output) {
    this.failure$ = fromEvent(output, 'error').pipe(map((error) => error as NodeJS.ErrnoException));
  }

  /** Prints text as it is. */
  print(text: string): void {
    if (this.output.writable) this.output.write(text);
  }

  /** Prints a line. */
  line(text: string): void {
    this.print(`${text}\n`);
  }
}

/** Whether the error only says that the reader has gone. */
export function isReaderGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || error.code === 'EIO';
}

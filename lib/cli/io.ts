import type { Writable } from 'node:stream';
import type { Observable, SchedulerLike } from 'rxjs';

/** A stream to print to, which may be a terminal. */
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** All that the command touches of the world around it, so that specs can stand in for it. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Writable;
  /** Emits when the user wants to end: Ctrl-C, SIGTERM. */
  readonly signals$: Observable<unknown>;
  /** Where time comes from. */
  readonly scheduler: SchedulerLike;
  /** A new file, to be read by its owner only; rejects where there is one of that name. */
  readonly createFile: (path: string) => Promise<Writable>;
  /** The text of a file. */
  readonly readFile: (path: string) => Promise<string>;
  /** The version of the package. */
  readonly version: string;
}

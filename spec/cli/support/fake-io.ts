import { Writable } from 'node:stream';
import { asyncScheduler, Subject } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import type { Io, Output } from '../../../lib/cli/io.js';

/** A stream that keeps what is printed, and tells when something has been. */
export class FakeOutput extends Writable {
  isTTY = false;
  columns = 80;
  rows = 24;
  text = '';
  readonly #waiting = new Map<() => boolean, () => void>();

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
    for (const [isMet, resolve] of this.#waiting) {
      if (!isMet()) continue;
      this.#waiting.delete(isMet);
      resolve();
    }
  }

  get lines(): string[] {
    return this.text.split('\n').slice(0, -1);
  }

  /** The lines, each as the JSON that it is. */
  get objects(): Record<string, unknown>[] {
    return this.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** Resolves once something has been printed, so many times. */
  until(text: string, times = 1): Promise<void> {
    const isMet = (): boolean => this.text.split(text).length > times;
    return new Promise((resolve) => {
      if (isMet()) resolve();
      else this.#waiting.set(isMet, resolve);
    });
  }
}

/** A world for the command that a spec can look into. */
export interface FakeIo extends Io {
  readonly stdout: FakeOutput & Output;
  readonly stderr: FakeOutput;
  /** The files by their paths. */
  readonly files: Map<string, FakeOutput>;
  /** Presses Ctrl-C. */
  interrupt(): void;
}

/** Makes such a world. */
export function fakeIo(scheduler: SchedulerLike = asyncScheduler): FakeIo {
  const signals$ = new Subject<string>();
  const files = new Map<string, FakeOutput>();
  return {
    files,
    createFile: (path) => {
      if (files.has(path)) return Promise.reject(fileError('EEXIST', path));
      const file = new FakeOutput();
      files.set(path, file);
      return Promise.resolve(file);
    },
    readFile: (path) => {
      const file = files.get(path);
      return file === undefined
        ? Promise.reject(fileError('ENOENT', path))
        : Promise.resolve(file.text);
    },
    stdout: new FakeOutput(),
    stderr: new FakeOutput(),
    signals$,
    scheduler,
    version: '1.2.3',
    interrupt: () => {
      signals$.next('SIGINT');
    },
  };
}

function fileError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: open '${path}'`), { code, syscall: 'open' });
}

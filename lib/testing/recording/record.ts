import { concat, defer, filter, map, merge, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiClient } from '../../client/index.js';
import { RecordingWriter } from './recording-writer.js';
import type { RecordedEntry } from './recording.js';

/**
 * Records what comes from a server, from now on: emits text, to be written to a file piece by piece,
 * which {@link parseRecording} reads again. The format is described at {@link Recording}.
 *
 * Every line of every session is in it, with its time in milliseconds, and why sessions ended. Values of
 * fields that are secrets by their names are covered; numbers, names and variables of callers are
 * not. Bytes that are no UTF-8 are kept by a client with `encoding: 'latin1'`.
 *
 * Recording begins on subscription, and again on each. It completes and errors with the client.
 *
 * @example
 * ```ts
 * import { appendFileSync } from 'node:fs';
 * import { connect } from 'rxjs-ami';
 * import { record } from 'rxjs-ami/testing';
 *
 * const ami = connect('monitor:secret@localhost');
 * record(ami).subscribe((text) => appendFileSync('monday.ami', text));
 * ```
 */
export function record(ami: AmiClient): Observable<string> {
  return defer(() => {
    const { scheduler } = ami;
    const writer = new RecordingWriter();
    const startedAt = scheduler.now();
    const atMs = (): number => scheduler.now() - startedAt;
    // A dial that failed is the end of nothing.
    let isUp = false;
    const lines$ = ami.lines$.pipe(
      map((line): RecordedEntry => {
        isUp = true;
        return { type: 'line', atMs: atMs(), line };
      }),
    );
    const ends$ = ami.status$.pipe(
      filter((status) => status.state === 'waiting'),
      filter(() => isUp),
      map(({ cause }): RecordedEntry => {
        isUp = false;
        return { type: 'end', atMs: atMs(), reason: cause.message };
      }),
    );
    return concat(
      of(writer.head(startedAt)),
      merge(lines$, ends$).pipe(map((entry) => writer.write(entry))),
    );
  });
}

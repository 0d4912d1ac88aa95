import { filter, map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Recording } from './recording.js';
import { replayEntries } from './replay-entries.js';
import type { ReplayOptions } from './replay-entries.js';

/**
 * Emits the lines of a recording with the pauses in which they came, those before the first included.
 * Goes where `lines$` would: into `parseMessages()`, and from there into your pipeline.
 *
 * Begins on subscription, completes after the last line; unsubscribing stops it. A `RangeError` if the
 * speed is not above 0.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { parseMessages } from 'rxjs-ami';
 * import { parseRecording, replay } from 'rxjs-ami/testing';
 *
 * const recording = parseRecording(readFileSync('monday.ami', 'utf8'));
 * replay(recording, { speed: 10 })
 *   .pipe(parseMessages())
 *   .subscribe((message) => console.log(message.toString()));
 * ```
 */
export function replay(recording: Recording, options: ReplayOptions = {}): Observable<string> {
  return replayEntries(recording, options).pipe(
    filter((entry) => entry.type === 'line'),
    map(({ line }) => line),
  );
}

import { defer, mergeMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { AmiEvent, MessageParser } from '../../wire/index.js';
import type { Recording } from './recording.js';
import { replayEntries } from './replay-entries.js';
import type { ReplayOptions } from './replay-entries.js';

/** An event of a recording, or the end of a session. */
export type ReplayedEvent =
  | { readonly type: 'event'; readonly atMs: number; readonly event: AmiEvent }
  | { readonly type: 'end'; readonly atMs: number };

/**
 * What happened on the exchange that a recording is of, each when it is due: no responses, and no entries
 * of lists, which were answers to actions of that time.
 */
export function replayEvents(
  recording: Recording,
  options: ReplayOptions,
): Observable<ReplayedEvent> {
  return defer(() => {
    let parser = new MessageParser();
    return replayEntries(recording, options).pipe(
      mergeMap((entry): ReplayedEvent[] => {
        const { atMs } = entry;
        if (entry.type === 'end') {
          // What was cut off has no rest.
          parser = new MessageParser();
          return [{ type: 'end', atMs }];
        }
        const message = parser.push(entry.line);
        return message instanceof AmiEvent && isNews(message)
          ? [{ type: 'event', atMs, event: message }]
          : [];
      }),
    );
  });
}

/** These two carry the ActionID of an action without being entries of a list. */
const answers = new Set(['OriginateResponse', 'UserEvent']);

function isNews({ name, actionId }: AmiEvent): boolean {
  return actionId === undefined || answers.has(name);
}

/** A line that came from the server, or the end of a session. */
export type RecordedEntry =
  | {
      readonly type: 'line';
      /** Since the recording began, in milliseconds. */
      readonly atMs: number;
      /** Without its line end. */
      readonly line: string;
    }
  | {
      readonly type: 'end';
      readonly atMs: number;
      /** Why the session ended. */
      readonly reason: string;
    };

/**
 * What came from a server, and when: what {@link record} writes and {@link parseRecording} reads.
 *
 * The text of it is UTF-8 with a line feed after each line:
 *
 * - `rxjs-ami recording 1` is the first line, `from` and the time in ISO 8601 the second.
 * - `@12.345`: what follows came 12.345 seconds after the recording began.
 * - `< Event: Hangup`: a line from the server; `<` alone is an empty one. A backslash is written `\\`, a
 *   control character `\u` and four hexadecimal digits.
 * - `! text`: the session ended, and why.
 * - Empty lines, and lines that begin with `#`, are for people.
 */
export interface Recording {
  /** When it began, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly entries: readonly RecordedEntry[];
}

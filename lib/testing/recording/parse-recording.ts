import type { RecordedEntry, Recording } from './recording.js';
import { RECORDING_HEAD } from './recording-writer.js';
import { unescapeLine } from './escape.js';

/**
 * Reads the text that {@link record} has written.
 *
 * @throws SyntaxError which names the line where the text is no recording.
 *
 * @example
 * ```ts
 * import { parseRecording } from 'rxjs-ami/testing';
 *
 * const { startedAt, entries } = parseRecording(`rxjs-ami recording 1
 * from 2026-01-02T10:15:42.000Z
 *
 * @0.250
 * < Event: Hangup
 * <
 * `);
 * console.log(new Date(startedAt).getUTCFullYear(), entries.length); // 2026 2
 * ```
 */
export function parseRecording(text: string): Recording {
  const lines = text.split(/\r?\n/);
  const [head, from = ''] = lines;
  if (head !== RECORDING_HEAD) throw fault(1, `is not "${RECORDING_HEAD}"`);
  const startedAt = Date.parse(/^from (\S+)$/.exec(from)?.[1] ?? '');
  if (Number.isNaN(startedAt)) throw fault(2, 'does not say "from" and a time');
  const entries: RecordedEntry[] = [];
  let atMs = 0;
  for (const [i, line] of lines.entries()) {
    if (i < 2 || line === '' || line.startsWith('#')) continue;
    const time = /^@(\d+(?:\.\d+)?)$/.exec(line)?.[1];
    if (time !== undefined) {
      const nextMs = Math.round(Number(time) * 1000);
      if (nextMs < atMs) throw fault(i + 1, 'is earlier than what is before it');
      atMs = nextMs;
      continue;
    }
    const entry = parseEntry(line, atMs);
    if (entry === undefined)
      throw fault(i + 1, 'begins with none of @, <, ! and #, or is escaped wrongly');
    entries.push(entry);
  }
  return { startedAt, entries };
}

function parseEntry(line: string, atMs: number): RecordedEntry | undefined {
  const [, sign, , rest = ''] = /^([<!])( (.*))?$/s.exec(line) ?? [];
  const text = unescapeLine(rest);
  if (text === undefined || sign === undefined) return undefined;
  return sign === '<' ? { type: 'line', atMs, line: text } : { type: 'end', atMs, reason: text };
}

function fault(line: number, what: string): SyntaxError {
  return new SyntaxError(`No recording: line ${String(line)} ${what}`);
}

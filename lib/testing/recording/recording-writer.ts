import { isSecretField, REDACTED } from '../../wire/redact.js';
import { escapeLine } from './escape.js';
import type { RecordedEntry } from './recording.js';

/** The first line of every recording. */
export const RECORDING_HEAD = 'rxjs-ami recording 1';

/** Writes the text of a recording, entry by entry. */
export class RecordingWriter {
  #atMs: number | undefined;

  /** The beginning of a recording. */
  head(startedAt: number): string {
    return `${RECORDING_HEAD}\nfrom ${new Date(startedAt).toISOString()}\n\n`;
  }

  /** The text of the next entry. Secrets are covered. */
  write(entry: RecordedEntry): string {
    const mark = entry.atMs === this.#atMs ? '' : `@${(entry.atMs / 1000).toFixed(3)}\n`;
    this.#atMs = entry.atMs;
    return `${mark}${entry.type === 'line' ? received(entry.line) : `! ${escapeLine(entry.reason)}`}\n`;
  }
}

function received(line: string): string {
  return line === '' ? '<' : `< ${escapeLine(coverSecret(line))}`;
}

/** Whatever an action was answered, so that a recording can be given to others. */
function coverSecret(line: string): string {
  const [, name = '', gap = '', value = ''] = /^([^:]+):(\s*)(.*)$/s.exec(line) ?? [];
  return isSecretField(name.trim(), value) ? `${name}:${gap}${REDACTED}` : line;
}

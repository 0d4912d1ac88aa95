import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../transcripts');
const files = new Set(readdirSync(folder));

/** Every recording there is; see `spec/transcripts/README.md`. */
export const transcripts = [...files]
  .filter((file) => file.endsWith('.raw'))
  .map((file) => file.slice(0, -'.raw'.length))
  .sort();

/** The bytes that the server sent. */
export function readTranscript(name: string): Buffer {
  return readFileSync(path.join(folder, `${name}.raw`));
}

/** The bytes that the client sent, if they were recorded. */
export function readSent(name: string): Buffer {
  return files.has(`${name}.sent`)
    ? readFileSync(path.join(folder, `${name}.sent`))
    : Buffer.alloc(0);
}

/**
 * The bytes of a recording from the beginning of the first message that holds a text, up to where
 * another text begins; without it, up to the end of that message.
 */
export function excerpt(name: string, text: string, until = '\r\n\r\n'): Buffer {
  const all = readTranscript(name).toString('latin1');
  const at = all.indexOf(text);
  const end = all.indexOf(until, at);
  if (at < 0 || end < 0) throw new Error(`${name} does not hold ${text} … ${until}`);
  const before = all.lastIndexOf('\r\n\r\n', at);
  const start = before < 0 ? 0 : before + '\r\n\r\n'.length;
  return Buffer.from(all.slice(start, until.trim() === '' ? end + until.length : end), 'latin1');
}

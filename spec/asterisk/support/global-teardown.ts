import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Says at the end of a run which versions it has shown anything of, and what the catalogue lacks. */
export default function globalTeardown(): void {
  const folder = process.env['RXJS_AMI_VERSIONS_SEEN'] ?? '';
  const versions = noted(join(folder, 'versions'));
  const fields = noted(join(folder, 'unknown-fields'));
  rmSync(folder, { recursive: true });
  const text = versions.length === 0 ? 'no server' : `Asterisk ${versions.join(' and ')}`;
  process.stdout.write(`\nRan against ${text}\n`);
  process.stdout.write(`Fields that the catalogue does not know: ${fields.join(', ') || 'none'}\n`);
}

/** What the workers have noted, each once. */
function noted(file: string): string[] {
  if (!existsSync(file)) return [];
  return [...new Set(readFileSync(file, 'utf8').trimEnd().split('\n'))].sort();
}

import { readdirSync, rmSync } from 'node:fs';

/** Says at the end of a run which versions it has shown anything of. */
export default function globalTeardown(): void {
  const folder = process.env['RXJS_AMI_VERSIONS_SEEN'] ?? '';
  const versions = readdirSync(folder).map(decodeURIComponent).sort();
  rmSync(folder, { recursive: true });
  const text = versions.length === 0 ? 'no server' : `Asterisk ${versions.join(' and ')}`;
  process.stdout.write(`\nRan against ${text}\n`);
}

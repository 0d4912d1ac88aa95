import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Notes that specs have run against this version of Asterisk; see `global-teardown.ts`. */
export function noteVersion(version: string): void {
  const folder = process.env['RXJS_AMI_VERSIONS_SEEN'] ?? '';
  if (folder !== '') writeFileSync(join(folder, encodeURIComponent(version)), '');
}

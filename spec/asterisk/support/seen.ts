import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const noted = new Set<string>();

/** Notes that specs have run against this version of Asterisk; see `global-teardown.ts`. */
export function noteVersion(version: string): void {
  note('versions', version);
}

/** Notes a field that servers send and the catalogue does not have, as `Event.Field`. */
export function noteUnknownField(field: string): void {
  note('unknown-fields', field);
}

function note(file: string, line: string): void {
  const folder = process.env['RXJS_AMI_VERSIONS_SEEN'] ?? '';
  if (folder === '' || noted.has(`${file} ${line}`)) return;
  noted.add(`${file} ${line}`);
  appendFileSync(join(folder, file), `${line}\n`);
}

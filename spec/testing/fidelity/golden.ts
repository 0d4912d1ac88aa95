import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function fileOf(version: string, scenario: string): string {
  return join(__dirname, 'golden', version, `${scenario}.txt`);
}

/** What real Asterisk of that version says in a scenario. */
export function readGolden(version: string, scenario: string): string {
  return readFileSync(fileOf(version, scenario), 'utf8');
}

export function writeGolden(version: string, scenario: string, text: string): void {
  const file = fileOf(version, scenario);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The folder that holds everything. */
export const root = resolve(__dirname, '../../..');

/** A page of the documentation. */
export interface Page {
  /** From the root of the project, such as `docs/guide/events.md`. */
  readonly path: string;
  readonly lines: readonly string[];
}

/** Every page that people read, those that a tool writes excepted. */
export function pages(): Page[] {
  const found = ['README.md', 'CHANGELOG.md', ...filesIn('docs', '.md')];
  return found.filter((path) => !path.startsWith('docs/api/')).map(readPage);
}

/** One page. */
export function readPage(path: string): Page {
  return { path, lines: readFileSync(join(root, path), 'utf8').split('\n') };
}

/** The files of a folder and of those in it, from the root of the project. */
export function filesIn(folder: string, extension: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name))
    .sort();
}

/** The path, from the root of the project, that a page means by a relative link. */
export function resolveLink(page: Page, link: string): string {
  return relative(root, resolve(root, dirname(page.path), link));
}

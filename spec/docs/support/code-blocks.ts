import { filesIn, pages, readPage } from './pages.js';
import type { Page } from './pages.js';

/** A fenced block of code. */
export interface CodeBlock {
  readonly path: string;
  /** The line of the file that its first line stands on, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

/** Every block of the documentation, and of the examples in the comments of the library. */
export function codeBlocks(): CodeBlock[] {
  const sources = filesIn('lib', '.ts').map((path) => onlyComments(readPage(path)));
  return [...pages(), ...sources].flatMap(blocksOf);
}

/** The blocks of one page. */
export function blocksOf({ path, lines }: Page): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let start: number | undefined;
  lines.forEach((line, index) => {
    if (!line.startsWith('```')) return;
    if (start === undefined) {
      start = index + 1;
      return;
    }
    const language = (lines[start - 1] ?? '').slice(3).trim();
    const code = lines.slice(start, index).join('\n');
    blocks.push({ path, line: start + 1, language, code });
    start = undefined;
  });
  if (start !== undefined) throw new Error(`${path}:${start}: a block of code has no end`);
  return blocks;
}

/** The text of comments that begin with stars, everything else made empty. */
function onlyComments({ path, lines }: Page): Page {
  return { path, lines: lines.map((line) => /^\s*\* ?(?!\/)(.*)$/.exec(line)?.[1] ?? '') };
}

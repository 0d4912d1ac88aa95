import type { Page } from './pages.js';

/** A relative link of a page, and the line that it stands on. */
export interface Link {
  readonly line: number;
  readonly target: string;
}

/** The prose of a page: code is made empty, lines are kept. */
function prose({ lines }: Page): string[] {
  let isCode = false;
  return lines.map((line) => {
    const isFence = line.startsWith('```');
    if (isFence) isCode = !isCode;
    return isCode || isFence ? '' : line;
  });
}

/** The links of a page to others, and within it. */
export function linksOf(page: Page): Link[] {
  return prose(page).flatMap((line, index) =>
    [...line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => ({ line: index + 1, target }))
      .filter(({ target }) => !/^[a-z]+:/.test(target)),
  );
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(page: Page): Set<string> {
  const anchors = new Set<string>();
  for (const line of prose(page)) {
    const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = text.replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-');
    let unique = anchor;
    for (let n = 1; anchors.has(unique); n++) unique = `${anchor}-${n}`;
    anchors.add(unique);
  }
  return anchors;
}

/** The rows of the tables of a page, cell by cell, headers and rules excepted. */
export function rowsOf(page: Page): string[][] {
  const rows: string[][] = [];
  const lines = prose(page);
  lines.forEach((line, index) => {
    if (!line.startsWith('|') || /^\|[\s|:-]+$/.test(line)) return;
    if (/^\|[\s|:-]+$/.test(lines[index + 1] ?? '')) return;
    rows.push(
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|')),
    );
  });
  return rows;
}

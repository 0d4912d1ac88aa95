import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsOf, linksOf } from './support/markdown.js';
import { pages, readPage, resolveLink, root } from './support/pages.js';

describe('the links of the documentation', () => {
  const all = pages();
  const links = all.flatMap((page) =>
    linksOf(page).map(({ line, target }) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? page.path : resolveLink(page, file);
      return { where: `${page.path}:${line}`, target, to, anchor };
    }),
  );

  it('lead to files that are there', () => {
    const broken = links.filter(({ to }) => !existsSync(join(root, to)));
    expect(broken.map(({ where, target }) => `${where} ${target}`)).toEqual([]);
  });

  it('lead to headings that are there', () => {
    const broken = links.filter(({ to, anchor }) => {
      if (anchor === undefined || !existsSync(join(root, to))) return false;
      return !anchorsOf(readPage(to)).has(anchor);
    });
    expect(broken.map(({ where, target }) => `${where} ${target}`)).toEqual([]);
  });

  it('lead to every page', () => {
    const reached = new Set(links.map(({ to }) => to));
    const lost = all.filter(({ path }) => path.startsWith('docs/') && !reached.has(path));
    expect(lost.map(({ path }) => path)).toEqual([]);
  });
});

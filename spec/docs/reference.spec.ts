import { join } from 'node:path';
import ts from 'typescript';
import { rowsOf } from './support/markdown.js';
import { pages, readPage, root } from './support/pages.js';

const entries = ['lib/index.ts', 'lib/live/index.ts', 'lib/testing/index.ts'];

/** The public names, which a reader must be able to find. */
function publicNames(): string[] {
  const program = ts.createProgram(
    entries.map((entry) => join(root, entry)),
    {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: ['node'],
      noLib: true,
    },
  );
  const checker = program.getTypeChecker();
  return entries.flatMap((entry) => {
    const file = program.getSourceFile(join(root, entry));
    const symbol = file && checker.getSymbolAtLocation(file);
    return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name);
  });
}

/** Options and their defaults, as the comments of a source file say. */
function options(path: string, prefixes: Readonly<Record<string, string>>): [string, string][] {
  const text = readPage(path).lines.join('\n');
  return [...text.matchAll(/interface (\w+)[^{]*\{(.*?)\n\}/gs)].flatMap(
    ([, name = '', body = '']) =>
      [...body.matchAll(/\/\*\*(.*?)\*\/\s*readonly (\w+)\?/gs)].map(
        ([, comment = '', option = '']): [string, string] => {
          const [, byDefault = ''] = /@defaultValue (.*)/.exec(comment) ?? [];
          return [
            `${prefixes[name] ?? ''}${option}`,
            byDefault.replace(/\s*\*?\s*$/, '').replaceAll('`', ''),
          ];
        },
      ),
  );
}

describe('the documentation as a reference', () => {
  const all = pages();
  const texts = all
    .filter(({ path }) => path.startsWith('docs/'))
    .map(({ lines }) => lines.join('\n'));

  it('tells of every public name', () => {
    const names = publicNames();
    expect(names).toContain('connect');
    const untold = names.filter(
      (name) => !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
    );
    expect(untold).toEqual([]);
  });

  it('has every public name in a table', () => {
    const cells = rowsOf(readPage('docs/reference.md')).map(([names = '']) => names);
    const listed = new Set(cells.flatMap((names) => names.match(/\w+/g) ?? []));
    expect(publicNames().filter((name) => !listed.has(name))).toEqual([]);
  });

  const documented = new Map(
    ['docs/guide/connecting.md', 'docs/guide/reconnecting.md', 'docs/guide/live-state.md'].flatMap(
      (path) =>
        rowsOf(readPage(path)).map(([name = '', byDefault = '']): [string, string] => [
          name.replaceAll('`', ''),
          byDefault.replaceAll('`', ''),
        ]),
    ),
  );
  const known = [
    ...options('lib/client/options.ts', { KeepAliveOptions: 'keepAlive.', Limits: 'limits.' }),
    ...options('lib/wire/limits.ts', { ReadLimits: 'limits.' }),
    ...options('lib/client/reconnect-policy.ts', { ReconnectOptions: 'reconnect.' }),
    ...options('lib/live/core/live-of.ts', {}),
  ];

  it('finds the options', () => {
    expect(known.length).toBeGreaterThan(25);
  });

  it.each(known)('has the option %s with the default %j', (name, byDefault) => {
    expect([...documented.keys()]).toContain(name);
    expect(byDefault === '' ? '' : documented.get(name)).toBe(byDefault);
  });
});

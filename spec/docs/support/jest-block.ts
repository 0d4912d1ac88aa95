import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ts from 'typescript';
import type { CodeBlock } from './code-blocks.js';
import { root } from './pages.js';

/** Where the packages are that a reader would have installed. */
const sources: Readonly<Record<string, string>> = {
  'rxjs-ami': join(root, 'lib/index.ts'),
  'rxjs-ami/events': join(root, 'lib/catalogue/events/index.ts'),
  'rxjs-ami/live': join(root, 'lib/live/index.ts'),
  'rxjs-ami/testing': join(root, 'lib/testing/index.ts'),
};

/** Whether a block is a spec for jest. */
export function isJestBlock({ language, code }: CodeBlock): boolean {
  return language === 'ts' && code.includes("from '@jest/globals'");
}

/** Defines the tests of a block, as if it were a file of specs. */
export function defineTests({ path, line, code }: CodeBlock): void {
  const folder = mkdtempSync(join(tmpdir(), 'rxjs-ami-docs-'));
  // Its name is in the stack of a test that fails.
  const file = join(folder, `${basename(path)}.line-${line}.js`);
  try {
    writeFileSync(file, transpile(code));
    jest.requireActual(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function transpile(code: string): string {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  return outputText.replace(/(?<=\brequire\(")(?:rxjs-ami|rxjs)(?:\/\w+)?(?="\))/g, (name) => {
    return sources[name] ?? require.resolve(name);
  });
}

import { join } from 'node:path';
import ts from 'typescript';
import type { CodeBlock } from './code-blocks.js';
import { root } from './pages.js';

/** What a reader's own project is likely to demand, and a little more. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  noEmit: true,
  paths: {
    'rxjs-ami': [join(root, 'lib/index.ts')],
    'rxjs-ami/events': [join(root, 'lib/catalogue/events/index.ts')],
    'rxjs-ami/live': [join(root, 'lib/live/index.ts')],
    'rxjs-ami/testing': [join(root, 'lib/testing/index.ts')],
  },
};

const UNUSED = 6133;

/** On the pages of the guide, `ami` is a client; it stands at the end, so that lines stay. */
const assumed = "\ndeclare const ami: import('rxjs-ami').AmiClient;\n";

/**
 * Checks all blocks in one program, each as a module of its own.
 *
 * @returns What the compiler says, with the file and line that it is about.
 */
export function compile(blocks: readonly CodeBlock[]): string[] {
  const texts = new Map(blocks.map((block) => [fileOf(block), textOf(block)]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = texts.get(name);
    if (text === undefined) return getSourceFile(name, language, ...rest);
    return ts.createSourceFile(name, text, language);
  };
  host.getCurrentDirectory = () => root;
  const program = ts.createProgram([...texts.keys()], options, host);
  const found = blocks.flatMap((block) => {
    const file = program.getSourceFile(fileOf(block));
    const diagnostics = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    return diagnostics.filter(isFault).map((diagnostic) => explain(diagnostic, block));
  });
  return [...program.getOptionsDiagnostics().map((one) => explain(one)), ...found];
}

function fileOf({ path, line }: CodeBlock): string {
  return join(root, `${path}.line-${line}.ts`);
}

function textOf({ path, code }: CodeBlock): string {
  const isGuide = path.startsWith('docs/guide/') || path === 'docs/semantics.md';
  return isGuide && !/\b(?:const|let) (?:\{[^}]*\b)?ami\b/.test(code) ? code + assumed : code;
}

/** An example may show a value without using it; an import that is not used is a mistake. */
function isFault({ code, file, start = 0 }: ts.Diagnostic): boolean {
  if (code !== UNUSED) return true;
  const imports = file?.statements.filter((statement) => ts.isImportDeclaration(statement)) ?? [];
  return imports.some(({ pos, end }) => pos <= start && start < end);
}

function explain({ messageText, file, start }: ts.Diagnostic, block?: CodeBlock): string {
  const text = ts.flattenDiagnosticMessageText(messageText, '\n  ');
  if (block === undefined || file === undefined || start === undefined) return text;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${block.path}:${block.line + line}: ${text}`;
}

import { codeBlocks } from './support/code-blocks.js';
import type { CodeBlock } from './support/code-blocks.js';
import { compile } from './support/compile.js';
import { Lab } from './support/lab.js';

const languages = ['ts', 'sh', 'ini', 'text', 'json', 'mermaid'];

/** The texts of the comments that say what a line with `console.log`, or the lines above, print. */
function expectedOutput({ code }: CodeBlock): string[] {
  return code.split('\n').flatMap((line) => {
    const comment = /^(.*?)\/\/ (.*)$/.exec(line);
    const before = comment?.[1]?.trim() ?? '';
    return before === '' || before.includes('console.log') ? (comment?.[2] ?? []) : [];
  });
}

/** Whether it runs to its end without a server, or with one that it starts itself. */
function isSelfContained({ code }: CodeBlock): boolean {
  // Those of jest are run by the spec of the testing guide; an exchange goes on until it is closed.
  if (/@jest\/globals|createExchange\(/.test(code)) return false;
  if (/await server\.close\(|scheduler\.flush\(|clock\.advance\(/.test(code)) return true;
  return (
    code.includes('import ') &&
    !/(?<!-)\bami\b|connect\(|openSession\(|setInterval|Stream\(/.test(code)
  );
}

const unquoted = (text: string): string => text.replace(/^'(.*)'$/, '$1');

describe('the code in the documentation', () => {
  const lab = new Lab();
  const blocks = codeBlocks();
  const typed = blocks.filter(({ language }) => language === 'ts');

  it('is all marked with a language that is known', () => {
    const odd = blocks.filter(({ language }) => !languages.includes(language));
    expect(odd.map(({ path, line, language }) => `${path}:${line} ${language}`)).toEqual([]);
  });

  it('is there, also in the comments of the library', () => {
    expect(typed.length).toBeGreaterThan(50);
    expect(typed.some(({ path }) => path.startsWith('lib/'))).toBe(true);
  });

  it('compiles', () => {
    expect(compile(typed)).toEqual([]);
  }, 60_000);

  it('says so, with file and line, where it does not compile', () => {
    const wrong = {
      path: 'docs/x.md',
      line: 10,
      language: 'ts',
      code: '\nexport const n: number = "";',
    };
    expect(compile([wrong])).toEqual([expect.stringMatching(/^docs\/x\.md:11: .*'string'/)]);
  }, 60_000);

  it.each(
    typed.filter(isSelfContained).map((block) => [`${block.path}:${block.line}`, block] as const),
  )(
    'of %s prints what it says',
    async (_name, block) => {
      const program = await lab.startCode(block.code);
      const { code } = await program.ended;
      expect({ code, stderr: program.stderr }).toEqual({ code: 0, stderr: '' });
      const expected = expectedOutput(block);
      const lines = expected.length > 0 ? program.lines : [];
      expect(lines).toEqual(expected.map(unquoted));
    },
    30_000,
  );
});

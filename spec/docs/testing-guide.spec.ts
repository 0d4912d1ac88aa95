import { blocksOf } from './support/code-blocks.js';
import { defineTests, isJestBlock } from './support/jest-block.js';
import { pages } from './support/pages.js';

const guide = pages().filter(({ path }) => path.startsWith('docs/guide/testing'));
const blocks = guide.flatMap(blocksOf).filter(isJestBlock);

describe('the guide to testing', () => {
  it('has examples for jest on its pages', () => {
    expect([...new Set(blocks.map(({ path }) => path))]).toEqual([
      'docs/guide/testing-exchange.md',
      'docs/guide/testing-fake-client.md',
      'docs/guide/testing-faults.md',
      'docs/guide/testing.md',
    ]);
  });
});

describe.each(blocks.map((block) => [`${block.path}:${block.line}`, block] as const))(
  'the example of %s',
  (_name, block) => {
    defineTests(block);
  },
);

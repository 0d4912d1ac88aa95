import { actionSenderRows } from './reactphp-ami/action-sender.js';
import { clientRows } from './reactphp-ami/client.js';
import { exceptionRows } from './reactphp-ami/exceptions.js';
import { factoryRows } from './reactphp-ami/factory.js';
import { messageRows } from './reactphp-ami/messages.js';
import { Bench } from './reactphp-ami/row.js';
import { Lab } from './support/lab.js';
import { rowsOf } from './support/markdown.js';
import { readPage } from './support/pages.js';

const shown = {
  ...factoryRows,
  ...clientRows,
  ...actionSenderRows,
  ...messageRows,
  ...exceptionRows,
};

describe('what does the same as clue/reactphp-ami', () => {
  const lab = new Lab();
  const rows = rowsOf(readPage('docs/coming-from-reactphp-ami.md')).map(([there = '']) =>
    there.replace(/^`|`$|(?<=Exception)`/g, ''),
  );

  it('is shown here for every row of the page, and for nothing else', () => {
    expect(Object.keys(shown).sort()).toEqual([...rows].sort());
  });

  it.each(Object.entries(shown))('%s', async (_name, show) => {
    const bench = new Bench(lab);
    try {
      await show(bench);
    } finally {
      bench.close();
    }
  });
});

import { basename } from 'node:path';
import { filesIn } from './support/pages.js';
import './recipes/agent-screen-pop.js';
import './recipes/call-duration-alarm.js';
import './recipes/click-to-call.js';
import './recipes/console-command.js';
import './recipes/graceful-shutdown.js';
import './recipes/missed-call-report.js';
import './recipes/paced-dialer.js';
import './recipes/pause-queue-members.js';
import './recipes/promises.js';
import './recipes/queue-wallboard.js';
import './recipes/record-events.js';
import './recipes/retry-safely.js';
import './recipes/several-exchanges.js';

// Each of these describes one recipe; together they load the library once.
describe('the recipes', () => {
  it('are all run', () => {
    const pages = filesIn('docs/recipes', '.md').filter((path) => !path.endsWith('README.md'));
    const specs = filesIn('spec/docs/recipes', '.ts');
    expect(specs.map((path) => basename(path, '.ts'))).toEqual(
      pages.map((path) => basename(path, '.md')),
    );
  });
});

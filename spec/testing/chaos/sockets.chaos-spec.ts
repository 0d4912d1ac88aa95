import { setTimeout as sleep } from 'node:timers/promises';
import { chaosSettings } from './settings.js';
import { runAllOnSockets } from './run-on-sockets.js';
import { say } from './say.js';

const { seeds, isVerbose } = chaosSettings(200);

/** What keeps the process alive, but its own streams. */
function handles(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => /^(?:TCP|Timeout)/.test(name))
    .sort();
}

describe('seeds on sockets', () => {
  it('end as the exchange is, with every action settled rightly and nothing left', async () => {
    const before = handles();

    expect(await runAllOnSockets(seeds, isVerbose ? say : undefined)).toEqual([]);

    // What was closed is gone a moment later.
    await sleep(500);

    expect(handles()).toEqual(before);
  });
});

import { spawnSync } from 'node:child_process';
import path from 'node:path';

describe('an hour of calls in virtual time', () => {
  // In a process of its own, where the heap is that of the exchange and the client.
  it('leaves heap, timers and sessions as they were', () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', path.join(__dirname, 'hour.ts')],
      { encoding: 'utf8' },
    );

    expect({ status, output: status === 0 ? '' : stdout + stderr }).toEqual({
      status: 0,
      output: '',
    });
  });
});

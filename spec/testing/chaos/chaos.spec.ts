import { runAllOnSockets } from './run-on-sockets.js';
import { runAllVirtually } from './run-virtually.js';

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

// Some of what `npm run test:chaos` does.
describe('client and live state under random faults', () => {
  it('end as the exchange is, with every action settled rightly and nothing left: in virtual time', () => {
    expect(runAllVirtually(seeds(100))).toEqual([]);
  }, 60_000);

  it('end as the exchange is, with every action settled rightly: on sockets', async () => {
    expect(await runAllOnSockets(seeds(5))).toEqual([]);
  }, 60_000);
});

import { useServer } from '../support/lab.js';
import { CallLoad } from '../support/live/call-load.js';
import { loadDialplan, loadQueues } from '../support/live/load-dialplan.js';
import { Observed } from '../support/live/observed.js';
import { Random } from '../support/live/random.js';
import { controlledTargets } from '../support/targets.js';

const calls = 500;
const holds = 20;

describe.each(controlledTargets)('Live state under load of $name', ({ version }) => {
  const lab = useServer(version, {
    hangsUp: true,
    files: { 'extensions.conf': loadDialplan, 'queues.conf': loadQueues },
  });

  it('is what the exchange says, whenever it is quiet, and at the end', async () => {
    const random = new Random();
    const driver = await lab.online({ explained: ['malformed-line'] });
    const observed = new Observed(await lab.online(), driver, (command) => lab.server.cli(command));
    const load = new CallLoad(driver, random);
    const stops = Array.from({ length: holds }, () => 1 + random.below(calls));
    for (const [i, stop] of [...stops.sort((a, b) => a - b), calls].entries()) {
      await load.until(stop);
      const where = `after ${stop} calls of seed ${random.seed}`;
      expect([where, await observed.drift()]).toEqual([where, []]);
      if (i % 10 === 0) await observed.untilSame();
    }
    await load.end();
    expect(await observed.drift()).toEqual([]);
    const { channels, calls: left } = observed.live;
    expect([channels.size, left.size]).toEqual([0, 0]);
  }, 240_000);
});

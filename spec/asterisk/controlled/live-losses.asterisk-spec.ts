import { setTimeout as sleep } from 'node:timers/promises';
import { useServer } from '../support/lab.js';
import { CallLoad } from '../support/live/call-load.js';
import { CuttingProxy } from '../support/live/cutting-proxy.js';
import { loadDialplan, loadQueues } from '../support/live/load-dialplan.js';
import { Observed } from '../support/live/observed.js';
import { Random } from '../support/live/random.js';
import { controlledTargets } from '../support/targets.js';
import { untilStatus } from '../support/wait-for.js';

const calls = 500;
const cuts = 10;
const reconnect = { initialDelayMs: 20, maxDelayMs: 100, jitter: 'none' } as const;

describe.each(controlledTargets)('Live state that loses $name', ({ version }) => {
  const lab = useServer(version, {
    hangsUp: true,
    files: { 'extensions.conf': loadDialplan, 'queues.conf': loadQueues },
  });

  it('is what the exchange says after each of many cuts', async () => {
    const random = new Random();
    const proxy = await CuttingProxy.to(lab.server.port);
    const driver = await lab.online({ explained: ['malformed-line'] });
    const url = proxy.lead(lab.url);
    const ami = await lab.online({ url, reconnect, explained: ['truncated-message'] });
    const observed = new Observed(ami, driver, (command) => lab.server.cli(command));
    const load = new CallLoad(driver, random);
    const stops = Array.from({ length: cuts }, () => 1 + random.below(calls));
    for (const stop of stops.sort((a, b) => a - b)) {
      await load.until(stop);
      const going = load.until(stop + 10);
      await sleep(random.below(100));
      proxy.cut();
      await going;
      await untilStatus(ami, 'online');
      const where = `after ${stop} calls of seed ${random.seed}`;
      expect([where, await observed.drift()]).toEqual([where, []]);
    }
    await load.end();
    expect(await observed.drift()).toEqual([]);
    ami.close();
    await proxy.close();
  }, 240_000);

  it('is what the exchange says after a crash and a restart', async () => {
    const random = new Random();
    const explained = ['malformed-line', 'truncated-message'] as const;
    const driver = await lab.online({ reconnect, explained });
    const ami = await lab.online({ reconnect, explained });
    const observed = new Observed(ami, driver);
    for (const go of [
      async () => {
        await lab.server.kill();
        await lab.server.start();
      },
      async () => {
        await lab.server.restartInPlace();
      },
    ]) {
      const load = new CallLoad(driver, random);
      await load.until(40);
      expect(observed.live.calls.size).toBeGreaterThan(0);
      const lost = untilStatus(ami, 'waiting');
      await Promise.all([go(), lost]);
      await Promise.all([untilStatus(ami, 'online'), untilStatus(driver, 'online')]);
      expect(await observed.drift()).toEqual([]);
      expect(observed.live.calls.size).toBe(0);
      await new CallLoad(driver, random).until(20);
      expect(await observed.drift()).toEqual([]);
    }
  }, 120_000);
});

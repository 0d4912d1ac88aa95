import { demoTraffic } from '../../../lib/cli/demo/demo-server.js';
import { office } from '../../../lib/cli/demo/office.js';
import { monitorInputs } from '../../../lib/cli/monitor/monitor-inputs.js';
import { MonitorModel } from '../../../lib/cli/monitor/monitor-model.js';
import { Exchange, VirtualClock } from '../../../lib/testing/index.js';

describe('The demo office', () => {
  const clock = new VirtualClock();
  const exchange = new Exchange({ ...office, scheduler: clock });
  const ami = exchange.connect();
  const traffic = exchange.traffic({ ...demoTraffic, seed: 7 }).subscribe();
  const model = new MonitorModel(clock.now());
  const told = new Set<string>();
  const inputs = monitorInputs(ami, clock).subscribe((input) => {
    for (const { type } of model.take(input, clock.now())) told.add(type);
  });
  let busiest = 0;

  beforeAll(() => {
    // Ten minutes, a tenth of a second at a time.
    for (let tenth = 0; tenth < 6000; tenth++) {
      clock.advance(100);
      busiest = Math.max(busiest, model.calls.length);
    }
  });

  afterAll(() => {
    inputs.unsubscribe();
    ami.close();
  });

  it('has calls that are answered, calls that are missed, some at a time', () => {
    const summary = model.sum(clock.now());
    expect(summary.calls).toBeGreaterThan(100);
    expect(summary.answered).toBeGreaterThan(60);
    expect(summary.missed).toBeGreaterThan(10);
    expect(summary.averageTalkMs).toBeGreaterThan(2000);
    expect(busiest).toBeGreaterThan(4);
    expect(busiest).toBeLessThan(16);
    for (const queue of summary.queues) expect(queue.calls).toBeGreaterThan(5);
    expect(summary.queues.map(({ queue }) => queue)).toEqual(['sales', 'support']);
  });

  it('shows everything that a monitor can tell', () => {
    for (const type of [
      'call-added',
      'call-state',
      'call-connected',
      'call-transferred',
      'call-merged',
      'call-ended',
      'queue',
    ]) {
      expect([...told]).toContain(type);
    }
  });

  it('is quiet when no more calls begin', () => {
    traffic.unsubscribe();
    clock.advance(10 * 60_000);
    expect(model.calls).toEqual([]);
    expect(exchange.pbx.channels.size).toBe(0);
  });
});

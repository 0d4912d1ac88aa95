import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import { FaultInjector } from '../../../../lib/testing/exchange/faults/fault-injector.js';
import type { TimedFault } from '../../../../lib/testing/exchange/faults/fault-injector.js';
import { VirtualClock } from '../../../../lib/testing/index.js';
import { watch } from '../../../support/watch.js';
import { FakeLink } from './fake-link.js';

const unknown = (actionId: string): Fault => ({ kind: 'unknown-response', actionId });

describe('FaultInjector', () => {
  let clock: VirtualClock;
  let restarts: Fault[];
  let faults: FaultInjector;

  beforeEach(() => {
    clock = new VirtualClock();
    restarts = [];
    faults = new FaultInjector(clock, (fault) => restarts.push(fault));
  });

  /** A connection that was accepted, as far as it was. */
  const accept = (): FakeLink => {
    const inner = new FakeLink(clock);
    const link = faults.accept(inner);
    link?.received$.subscribe();
    link?.send('Hello\r\n');
    return inner;
  };
  const hit = (inner: FakeLink): string[] =>
    [...inner.sent.matchAll(/ActionID: (\S+)/g)].map(([, id]) => id ?? '');

  it('is for the newest connection, all, or the next', () => {
    const first = accept();
    const second = accept();
    faults.inject(unknown('newest'));
    faults.inject(unknown('all'), 'all');
    faults.inject(unknown('next'), 'next');
    const third = accept();
    const fourth = accept();
    expect([first, second, third, fourth].map(hit)).toEqual([
      ['all'],
      ['newest', 'all'],
      ['next'],
      [],
    ]);
  });

  it('takes the newest of those that are open, and else the next one', () => {
    const first = accept();
    accept().close();
    faults.inject(unknown('1'));
    first.close();
    faults.inject(unknown('2'));
    faults.inject(unknown('3'), 'all');
    expect(hit(first)).toEqual(['1']);
    expect(hit(accept())).toEqual(['2', '3']);
  });

  it('refuses the next connections, and says nothing to them', () => {
    const before = accept();
    faults.inject({ kind: 'refuse' });
    faults.inject({ kind: 'refuse', connections: 2, how: 'reset' });
    expect([accept(), accept(), accept()].map(({ log }) => log)).toEqual([
      [[0, '<end>']],
      [[0, '<destroyed>']],
      [[0, '<destroyed>']],
    ]);
    expect(accept().log).toEqual([[0, 'Hello\r\n']]);
    expect(before.log).toEqual([[0, 'Hello\r\n']]);
  });

  it('makes the next login slow, and not that of who is there', () => {
    const login = 'Action: Login\r\n\r\n';
    const before = accept();
    faults.inject({ kind: 'slow-login', ms: 500 });
    before.receive(login);
    faults.inject(unknown('1'));
    const slow = accept();
    slow.receive(login);
    faults.inject(unknown('2'));
    clock.advance(500);
    expect(before.log.at(-1)?.[0]).toBe(0);
    expect(slow.log.map(([atMs]) => atMs)).toEqual([0, 500]);
  });

  it('leaves a restart to the exchange', () => {
    const inner = accept();
    faults.inject({ kind: 'restart', downMs: 10 }, 'all');
    expect(restarts).toEqual([{ kind: 'restart', downMs: 10 }]);
    expect(inner.log).toEqual([[0, 'Hello\r\n']]);
  });

  it('forgets what was to come', () => {
    faults.inject({ kind: 'refuse' });
    faults.inject(unknown('1'));
    faults.clear();
    expect(hit(accept())).toEqual([]);
  });

  describe('run', () => {
    const plan: TimedFault[] = [
      { atMs: 200, fault: unknown('b') },
      { atMs: 0, fault: unknown('a') },
      { atMs: 200, fault: { kind: 'reset' } },
    ];

    it('injects each fault at its time, and completes after the last', () => {
      const inner = accept();
      const run = watch(faults.run(plan));
      clock.advance(199);
      expect(run.values).toEqual([plan[1]]);
      expect(hit(inner)).toEqual(['a']);
      clock.advance(1);
      expect(run).toMatchObject({ values: [plan[1], plan[0], plan[2]], isComplete: true });
      expect(hit(inner)).toEqual(['a', 'b']);
      expect(inner.log.at(-1)).toEqual([200, '<destroyed>']);
    });

    it('begins at each subscription, and ends with it', () => {
      const inner = accept();
      const run$ = faults.run(plan, 'all');
      clock.advance(1000);
      expect(hit(inner)).toEqual([]);
      const run = watch(run$);
      clock.advance(100);
      run.subscription.unsubscribe();
      expect(clock.pending).toBe(0);
      clock.advance(1000);
      expect(hit(inner)).toEqual(['a']);
    });

    it('completes at once without a fault', () => {
      expect(watch(faults.run([]))).toMatchObject({ isComplete: true });
    });
  });
});

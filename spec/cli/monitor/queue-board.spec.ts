import { SETTLED_MS } from '../../../lib/cli/monitor/announcer.js';
import { MonitorModel } from '../../../lib/cli/monitor/monitor-model.js';
import type { Report } from '../../../lib/cli/monitor/monitor-model.js';
import { toReportLine } from '../../../lib/cli/monitor/report-line.js';
import { plain } from '../../../lib/cli/text/paint.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { channelEvent, channelFields, event } from '../support/events.js';
import { LiveFold } from '../support/live-fold.js';

const alice = { Queue: 'support', Location: 'PJSIP/alice', Interface: 'PJSIP/alice' };
const params = event('QueueParams', { Queue: 'support', Strategy: 'ringall' });
const member = (fields: Readonly<Record<string, string>> = {}): AmiEvent =>
  event('QueueMember', { ...alice, Name: 'Alice', Status: '1', Paused: '0', ...fields });
const connect = event('AgentConnect', { ...channelFields('1'), ...alice, MemberName: 'Alice' });
const join = channelEvent('QueueCallerJoin', '1', { Queue: 'support', Position: '1' });
const leave = channelEvent('QueueCallerLeave', '1', { Queue: 'support' });
const abandon = channelEvent('QueueCallerAbandon', '1', { Queue: 'support' });

/** A monitor of one queue, with one member. */
class Watched {
  readonly model = new MonitorModel(0);
  readonly #fold = new LiveFold();

  constructor() {
    this.list([params, member()], 0);
  }

  list(entries: readonly AmiEvent[], at: number): string[] {
    return this.#fold
      .list({ QueueStatus: entries, CoreShowChannels: [] }, at)
      .flatMap((input) => this.#lines(this.model.take(input, at)));
  }

  take(one: AmiEvent, at: number): string[] {
    return this.#fold.take(one, at).flatMap((input) => this.#lines(this.model.take(input, at)));
  }

  settle(at: number): string[] {
    return this.#lines(this.model.take({ type: 'tick' }, at));
  }

  #lines(reports: readonly Report[]): string[] {
    return reports
      .filter(({ type }) => type === 'queue' || type === 'queue-removed')
      .map((report) => toReportLine(report, '', plain).replace(/^\S+ +queue +/, ''));
  }
}

describe('the queues of a monitor', () => {
  it('are told of at first, and then when their numbers have changed for a moment', () => {
    const watched = new Watched();
    expect(watched.settle(SETTLED_MS - 1)).toEqual([]);
    expect(watched.settle(SETTLED_MS)).toEqual([
      'support: 0 waiting, 1 available, 0 talking, 0 paused',
    ]);
    expect(watched.take(join, 10_000)).toEqual([]);
    expect(watched.settle(11_000)).toEqual([
      'support: 1 waiting (longest 0:01), 1 available, 0 talking, 0 paused',
    ]);
    expect(watched.settle(12_000)).toEqual([]);
  });

  it('are told of once where a caller leaves the queue and a member has the call', () => {
    const watched = new Watched();
    watched.take(join, 0);
    watched.settle(1000);
    watched.take(leave, 5000);
    watched.take(connect, 5001);
    expect(watched.settle(6000)).toEqual(['support: 0 waiting, 0 available, 1 talking, 0 paused']);
  });

  it('are not told of where nothing has come of it', () => {
    const watched = new Watched();
    watched.settle(1000);
    watched.take(join, 5000);
    watched.take(leave, 5100);
    expect(watched.settle(9000)).toEqual([]);
  });

  it('are told of when a member pauses, and when they are no more', () => {
    const watched = new Watched();
    watched.settle(1000);
    watched.take(event('QueueMemberPause', { ...alice, Paused: '1' }), 5000);
    expect(watched.settle(6000)).toEqual(['support: 0 waiting, 0 available, 0 talking, 1 paused']);
    expect(watched.list([], 7000)).toEqual(['support: removed']);
    expect(watched.model.queues).toEqual([]);
  });
});

describe('the summary of queues', () => {
  const channel = channelEvent('Newchannel', '1');
  const hangUp = channelEvent('Hangup', '1', { Cause: '16' });
  const nothing = { answered: 0, abandoned: 0, waiting: 0, longestWaitMs: 0 };

  function sumOf(...events: AmiEvent[]) {
    const watched = new Watched();
    events.forEach((one, index) => watched.take(one, index * 1000));
    return watched.model.sum(events.length * 1000).queues;
  }

  it.each([
    ['waits', [channel, join], { calls: 1, waiting: 1, longestWaitMs: 1000 }],
    [
      'is answered',
      [channel, join, leave, connect],
      { calls: 1, answered: 1, longestWaitMs: 1000 },
    ],
    [
      'is over',
      [channel, join, leave, connect, hangUp],
      { calls: 1, answered: 1, longestWaitMs: 1000 },
    ],
    [
      'gave up',
      [channel, join, abandon, leave, hangUp],
      { calls: 1, abandoned: 1, longestWaitMs: 2000 },
    ],
    [
      'comes again',
      [channel, join, abandon, leave, join],
      { calls: 2, abandoned: 1, waiting: 1, longestWaitMs: 2000 },
    ],
  ])('counts a caller who %s', (_, events, expected) => {
    expect(sumOf(...events)).toEqual([{ queue: 'support', ...nothing, ...expected }]);
  });

  it('leaves out queues that nobody called', () => {
    expect(sumOf(channel, hangUp)).toEqual([]);
  });
});

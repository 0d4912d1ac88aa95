import { MonitorModel } from '../../../lib/cli/monitor/monitor-model.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { channelEvent, recordedEvents } from '../support/events.js';
import { LiveFold } from '../support/live-fold.js';

function feed(model: MonitorModel, events: readonly AmiEvent[], from = 0): string[] {
  const fold = new LiveFold();
  return events.flatMap((event, index) => {
    const at = from + index * 1000;
    const told = [
      ...fold.take(event, at).flatMap((input) => model.take(input, at)),
      ...model.take({ type: 'tick' }, at + 500),
    ];
    return told.map(({ type }) => type);
  });
}

describe('MonitorModel', () => {
  it('tells a recorded call from its beginning to its end, and counts it', () => {
    const model = new MonitorModel(0);
    const told = feed(model, recordedEvents('a22-originate-local-dial'));
    expect(told[0]).toBe('call-added');
    expect(told.filter((type) => type === 'call-connected')).toHaveLength(1);
    expect(told.at(-1)).toBe('call-ended');
    const events = recordedEvents('a22-originate-local-dial').length;
    const summary = model.sum(100_000);
    expect(summary).toMatchObject({ events, calls: 1, answered: 1, missed: 0, up: 0 });
    expect(summary.averageTalkMs).toBeGreaterThan(0);
    expect(summary.longest?.durationMs).toBeGreaterThan(summary.averageTalkMs);
    expect(model.ended.map(({ result }) => result)).toEqual(['answered']);
  });

  it('counts missed calls, calls that are up, and none that went on in another', () => {
    const model = new MonitorModel(0);
    feed(model, recordedEvents('a22-dial-noanswer'));
    feed(model, recordedEvents('a16-pickup'), 200_000);
    feed(model, [channelEvent('Newchannel', '1')], 400_000);
    const { calls, answered, missed, up } = model.sum(500_000);
    expect({ calls, answered, missed, up }).toEqual({ calls: 3, answered: 2, missed: 1, up: 1 });
  });

  it('tells after a lost session what has changed meanwhile, removals included', () => {
    const model = new MonitorModel(0);
    const fold = new LiveFold();
    const list = (at: number, ...ids: string[]): string[] => {
      const entries = ids.map((id) =>
        channelEvent('CoreShowChannel', id, { Linkedid: id, Duration: '00:00:10' }),
      );
      const inputs = fold.list({ CoreShowChannels: entries }, at);
      const told = inputs.flatMap((input) => model.take(input, at));
      const settled = model.take({ type: 'tick' }, at + 500);
      return [...told, ...settled].map(
        (report) => `${report.type} ${'call' in report ? report.call.id : ''}`,
      );
    };
    expect(list(0, '1', '2')).toEqual(['call-added 1', 'call-added 2']);
    expect(list(60_000, '2', '3')).toEqual(['call-ended 1', 'call-added 3']);
    expect(list(90_000, '2', '3')).toEqual([]);
    expect(model.sum(90_000)).toMatchObject({ calls: 3, up: 2 });
  });

  it('tells of sessions and of losses, not of the way there', () => {
    const model = new MonitorModel(0);
    const take = (state: 'connecting' | 'authenticating') =>
      model.take({ type: 'status', status: { state, attempt: 1 } }, 0);
    expect(take('connecting')).toEqual([]);
    expect(take('authenticating')).toEqual([]);
    expect(model.wasOnline).toBe(false);
    const status = { state: 'online', attempt: 1, version: '1' } as const;
    expect(model.take({ type: 'status', status }, 5)).toEqual([{ type: 'status', at: 5, status }]);
    expect(model.wasOnline).toBe(true);
    expect([model.status, model.statusAt]).toEqual([status, 5]);
  });

  it('tells of what is refused once, and keeps it in mind until the next session', () => {
    const model = new MonitorModel(0);
    const notice = { type: 'notice', text: 'No' } as const;
    expect(model.take(notice, 1)).toEqual([{ ...notice, at: 1 }]);
    expect(model.take(notice, 2)).toEqual([]);
    expect(model.notices).toEqual(['No']);
    model.take({ type: 'status', status: { state: 'online', attempt: 1, version: '1' } }, 3);
    expect(model.notices).toEqual([]);
    expect(model.take(notice, 4)).toEqual([]);
    expect(model.notices).toEqual(['No']);
  });
});

import { MonitorModel } from '../../../lib/cli/monitor/monitor-model.js';
import { playShow } from '../../../lib/cli/demo/show.js';
import type { DemoEvent } from '../../../lib/cli/demo/show.js';
import { BridgeList } from '../../../lib/cli/demo/bridge-list.js';
import { ChannelList } from '../../../lib/cli/demo/channel-list.js';
import { QueueList } from '../../../lib/cli/demo/queue-list.js';
import { Clock } from '../../support/clock.js';
import { watch } from '../../support/watch.js';
import { event } from '../support/events.js';
import { LiveFold } from '../support/live-fold.js';
import type { Lists } from '../support/live-fold.js';

/** Numbers that look random and are the same each time. */
function pseudoRandom(): () => number {
  let state = 42;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const clock = new Clock();
const show = watch(playShow(clock, pseudoRandom()));
const model = new MonitorModel(0);
const fold = new LiveFold();
const lists = { channels: new ChannelList(), bridges: new BridgeList(), queues: new QueueList() };
const told: string[] = [];
const busiest = { calls: 0 };
const people: number[] = [];
const sent: DemoEvent[] = [];

/** The exchange's lists as they are now. */
function listed(): Lists {
  const read = (list: (typeof lists)[keyof typeof lists]) =>
    list.entries(clock.now()).map(([name, fields]) => event(name, fields));
  return {
    CoreShowChannels: read(lists.channels),
    BridgeList: read(lists.bridges),
    QueueStatus: read(lists.queues),
  };
}

for (const input of fold.list(listed(), 0)) model.take(input, 0);

// Ten minutes of the show, a tenth of a second at a time.
for (let tenth = 0; tenth < 6000; tenth++) {
  clock.advance(100);
  for (const one of show.values.splice(0)) {
    sent.push(one);
    for (const list of Object.values(lists)) list.take(one, clock.now());
    for (const input of fold.take(event(one.name, one.fields), clock.now())) {
      told.push(...model.take(input, clock.now()).map(({ type }) => type));
    }
  }
  told.push(...model.take({ type: 'tick' }, clock.now()).map(({ type }) => type));
  busiest.calls = Math.max(busiest.calls, model.calls.length);
  const names = model.calls
    .filter(({ state }) => state === 'talking')
    .flatMap((call) => [call.who, ...call.with])
    .map(({ name }) => name);
  people.push(names.length - new Set(names).size);
}
const summary = model.sum(clock.now());

describe('the show', () => {
  it('is a small exchange: calls that are answered, calls that are missed, some at a time', () => {
    expect(summary.calls).toBeGreaterThan(100);
    expect(summary.answered).toBeGreaterThan(60);
    expect(summary.missed).toBeGreaterThan(10);
    expect(summary.averageTalkMs).toBeGreaterThan(2000);
    expect(busiest.calls).toBeGreaterThan(4);
    expect(busiest.calls).toBeLessThan(12);
    expect(new Set(told)).toEqual(
      new Set([
        'call-added',
        'call-state',
        'call-connected',
        'call-transferred',
        'call-merged',
        'call-ended',
        'queue',
      ]),
    );
    for (const queue of summary.queues) expect(queue.calls).toBeGreaterThan(5);
    expect(summary.queues.map(({ queue }) => queue)).toEqual(['sales', 'support']);
  });

  it('leaves no place open, and uses no id and no channel name twice', () => {
    const text = JSON.stringify(sent.map(({ fields }) => Object.values(fields)));
    expect(text).not.toMatch(/[{}]/);
    const made = sent.filter(({ name }) => name === 'Newchannel').map(({ fields }) => fields);
    expect(new Set(made.map(({ Uniqueid }) => Uniqueid)).size).toBe(made.length);
    expect(new Set(made.map(({ Channel }) => Channel)).size).toBe(made.length);
  });

  it('lets every channel end', () => {
    const ended = new Set(
      sent.filter(({ name }) => name === 'Hangup').map(({ fields }) => fields['Uniqueid']),
    );
    const old = sent.filter(
      ({ name, fields }) =>
        name === 'Newchannel' &&
        Number(fields['Uniqueid']?.split('.')[0]) < clock.now() / 1000 - 60,
    );
    expect(old.length).toBeGreaterThan(100);
    expect(old.filter(({ fields }) => !ended.has(fields['Uniqueid']))).toEqual([]);
  });

  it('has nobody talk in two calls at once', () => {
    expect(people.filter((count) => count > 0)).toEqual([]);
  });

  it('ends when nobody watches', () => {
    show.subscription.unsubscribe();
    const before = show.values.length;
    clock.advance(60_000);
    expect(show.values).toHaveLength(before);
  });
});

describe('the lists', () => {
  it('have what the show has up, as a monitor that comes later would see it', () => {
    const late = new MonitorModel(0);
    const inputs = new LiveFold().list(listed(), clock.now());
    for (const input of inputs) late.take(input, clock.now());
    const idsOf = ({ calls }: MonitorModel): string[] => calls.map(({ id }) => id).sort();
    expect(idsOf(late)).toEqual(idsOf(model));
    expect(late.queues).toMatchObject(
      model.queues.map(({ waiting, available, talking }) => ({ waiting, available, talking })),
    );
  });

  it('tell how long channels have been up', () => {
    const channels = new ChannelList();
    for (const one of sent) channels.take(one, 0);
    expect(channels.entries(65_000)[0]?.[1]['Duration']).toBe('00:01:05');
  });

  it('tell of the bridges that are there', () => {
    const created = sent.filter(({ name }) => name === 'BridgeCreate').length;
    const destroyed = sent.filter(({ name }) => name === 'BridgeDestroy').length;
    expect(lists.bridges.entries()).toHaveLength(created - destroyed);
  });
});

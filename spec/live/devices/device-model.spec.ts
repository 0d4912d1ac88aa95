import fc from 'fast-check';
import { deviceKind } from '../../../lib/live/devices/device-model.js';
import { newsOf } from '../support/fold.js';
import { listsIn } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventsOf } from '../support/written-events.js';
import type { Lists } from '../support/tracked.js';

const list = (entries: Iterable<[string, string]>): Lists => ({
  DeviceStateList: [...entries].flatMap(([device, state]) =>
    eventsOf(`DeviceStateChange | Device: ${device} | State: ${state}`),
  ),
});

const change = (device: string, state: string) =>
  eventsOf(`DeviceStateChange | Device: ${device} | State: ${state}`);

const statesOf = (tracked: Tracked<{ state: string }>): Record<string, string> =>
  Object.fromEntries([...tracked.map].map(([name, { state }]) => [name, state]));

const toldBy = (tracked: Tracked<{ state: string }>): string[] =>
  tracked.told(({ state }) => state);

describe('Devices', () => {
  it('follow their events', () => {
    const tracked = new Tracked(deviceKind).take(newsOf('a22-device-ext-presence'));
    expect(toldBy(tracked)).toEqual([
      'Custom:mydev in-use',
      'Queue:support_avail not-in-use',
      'Custom:mydev not-in-use',
    ]);
    expect([...tracked.map.values()]).toEqual([
      { name: 'Custom:mydev', state: 'not-in-use' },
      { name: 'Queue:support_avail', state: 'not-in-use' },
    ]);
  });

  it('of Local channels are there while they are in use', () => {
    const tracked = new Tracked(deviceKind).take(newsOf('a22-queue-ringnoanswer'));
    expect(toldBy(tracked)).toEqual([
      'Queue:empty_pause_Local/121@default/n not-in-use',
      'Queue:empty_avail not-in-use',
      'Local/110@default in-use',
      'Local/110@default gone',
      'Queue:empty ringing',
      'Local/110@default in-use',
      'Local/121@default in-use',
      'Queue:empty not-in-use',
      'Local/121@default gone',
      'Local/110@default gone',
      'Queue:empty_avail in-use',
    ]);
  });

  it('of conferences stay, but not those of their announcers', () => {
    const tracked = new Tracked(deviceKind).take(newsOf('a22-confbridge'));
    expect(statesOf(tracked)).toEqual({ 'confbridge:room1': 'not-in-use' });
  });

  it.each(['a16-lists-busy', 'a22-lists-busy'])('are read from the list of %s', (recording) => {
    const tracked = new Tracked(deviceKind).seed(listsIn(recording, 'DeviceStateList'));
    expect(statesOf(tracked)).toMatchObject({
      'Custom:bob': 'not-in-use',
      'Custom:carol': 'in-use',
      'Queue:empty_avail': 'in-use',
      'Agent:1002': 'unavailable',
      'Agent:1001': 'not-in-use',
      'park:701@parkedcalls': 'in-use',
      'confbridge:room1': 'in-use',
      'PJSIP/bob': 'unavailable',
    });
    expect(tracked.map.size).toBe(recording === 'a16-lists-busy' ? 14 : 17);
  });

  it('have states of every kind', () => {
    const tracked = new Tracked(deviceKind);
    const states = [
      ...['UNKNOWN', 'NOT_INUSE', 'INUSE', 'BUSY', 'INVALID', 'UNAVAILABLE', 'RINGING'],
      ...['RINGINUSE', 'ONHOLD'],
    ];
    for (const state of states) tracked.take(change('SIP/a', state));
    expect(toldBy(tracked)).toEqual([
      ...['SIP/a unknown', 'SIP/a not-in-use', 'SIP/a in-use', 'SIP/a busy', 'SIP/a invalid'],
      ...['SIP/a unavailable', 'SIP/a ringing', 'SIP/a ring-in-use', 'SIP/a on-hold'],
    ]);
  });

  it('are none where an event says nothing', () => {
    const tracked = new Tracked(deviceKind).take(
      eventsOf(`
        DeviceStateChange
        DeviceStateChange | Device: SIP/a
        DeviceStateChange | State: INUSE
        DeviceStateChange | Device: SIP/a | State: toString
        DeviceStateChange | Device:  | State: INUSE
      `),
    );
    expect(tracked.changes).toEqual([]);
  });

  it('are none where an entry of the list says nothing, nor a Local channel that rests', () => {
    const entries = [
      ['', 'INUSE'],
      ['SIP/a', 'x'],
      ['Local/1@default', 'NOT_INUSE'],
    ] as const;
    const tracked = new Tracked(deviceKind).seed(
      list(entries.map(([name, state]) => [name, state])),
    );
    expect(tracked.changes).toEqual([]);
    expect(tracked.seed({}).changes).toEqual([]);
  });

  it('are forgotten with the exchange when they rest', () => {
    const tracked = new Tracked(deviceKind)
      .take([...change('SIP/192.0.2.7', 'INUSE'), ...change('Custom:a', 'INUSE')])
      .check(list([['Custom:a', 'INUSE']]));
    expect([...tracked.map.keys()]).toEqual(['SIP/192.0.2.7', 'Custom:a']);
    tracked.take(change('SIP/192.0.2.7', 'NOT_INUSE')).check(list([['Custom:a', 'INUSE']]));
    expect([...tracked.map.keys()]).toEqual(['Custom:a']);
  });

  it('are those of the list after a lost session', () => {
    const tracked = new Tracked(deviceKind)
      .take([...change('Local/1@default', 'INUSE'), ...change('Custom:b', 'INUSE')])
      .seed(list([['Custom:a', 'INUSE']]));
    expect([...tracked.map.keys()]).toEqual(['Custom:a']);
  });

  it('are left alone by a check where events are newer', () => {
    const tracked = new Tracked(deviceKind).seed(list([['Custom:a', 'INUSE']]));
    tracked.check(list([['Custom:a', 'NOT_INUSE']]), change('Custom:a', 'RINGING'));
    expect(statesOf(tracked)).toEqual({ 'Custom:a': 'ringing' });
  });

  it('end up the same wherever the list comes', () => {
    const state = fc.constantFrom('INUSE', 'NOT_INUSE', 'RINGING');
    const story = fc.array(fc.tuple(fc.constantFrom('SIP/a', 'SIP/b', 'Custom:c'), state));
    fc.assert(
      fc.property(story, fc.nat(), fc.nat(), (steps, heard, ahead) => {
        const before = heard % (steps.length + 1);
        // The list may be ahead of the events.
        const listed = before + (ahead % (steps.length - before + 1));
        const events = steps.flatMap(([device, now]) => change(device, now));
        const tracked = new Tracked(deviceKind)
          .take(events.slice(0, before))
          .seed(list(new Map(steps.slice(0, listed))))
          .take(events.slice(before));
        const end = new Tracked(deviceKind).seed(list(new Map(steps)));
        expect(statesOf(tracked)).toEqual(statesOf(end));
      }),
    );
  });
});

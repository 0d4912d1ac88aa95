import { watch } from '../../support/watch.js';
import type { Live } from '../../../lib/live/core/live.js';
import { inShort } from './in-short.js';
import { ListingExchange } from './listing-exchange.js';
import { doorKind, kindOf, lampKind } from './things.js';

const MINUTE = 60_000;
/** How long events of before are waited for, once the list has come. */
const SETTLE = 500;
/** After which what differs is looked at again. */
const AGAIN = 1000;

describe('A check', () => {
  let exchange: ListingExchange;
  let lamps: Live<string>;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on', porch: 'off' };
    lamps = exchange.live(lampKind);
  });

  /** The changes from when everything is known, and the diagnostics. */
  const follow = (live = lamps) => {
    const changes = watch(live.changes$);
    const { values: told } = watch(exchange.ami.diagnostics$);
    exchange.clock.advance();
    return { told, changes: () => changes.values.slice(2).map(inShort) };
  };

  it('is made every minute, and finds nothing where nothing is lost', () => {
    const { changes, told } = follow();
    const state = watch(lamps.state$);
    exchange.clock.advance(MINUTE - 1);
    expect(exchange.countOf('LampList')).toBe(1);
    exchange.clock.advance(1);
    expect(exchange.countOf('LampList')).toBe(2);
    exchange.clock.advance(9 * MINUTE);
    expect(exchange.countOf('LampList')).toBe(11);
    expect([changes(), told, state.values]).toEqual([[], [], ['live']]);
  });

  it('mends what differs for the second time, and tells', () => {
    const { changes, told } = follow();
    exchange.lists.LampList = { hall: 'off', attic: 'on' };
    exchange.clock.advance(MINUTE + SETTLE + AGAIN + SETTLE - 1);
    expect([changes(), told]).toEqual([[], []]);
    exchange.clock.advance(1);
    expect(changes()).toEqual(['hall off (check)', 'attic on (check)', 'porch gone (check)']);
    expect(told).toEqual([{ type: 'state-repaired', text: 'Events had been lost, of lamps (3)' }]);
    exchange.clock.advance(10 * MINUTE);
    expect(changes()).toHaveLength(3);
    expect(told).toHaveLength(1);
  });

  it('tells how much it mended of each kind', () => {
    exchange.lists.DoorList = { front: 'shut' };
    watch(exchange.live(doorKind).state$);
    const { told } = follow();
    exchange.lists.LampList = {};
    exchange.lists.DoorList = { front: 'open' };
    exchange.clock.advance(MINUTE + 10_000);
    expect(told.map(({ text }) => text)).toEqual(['Events had been lost, of doors (1), lamps (2)']);
  });

  it('leaves a difference alone that is gone the second time', () => {
    const { changes, told } = follow();
    exchange.lists.LampList = { hall: 'off' };
    exchange.clock.advance(MINUTE + SETTLE);
    exchange.lists.LampList = { hall: 'on', porch: 'off' };
    exchange.clock.advance(10 * MINUTE);
    // Once more than every minute.
    expect(exchange.countOf('LampList')).toBe(13);
    expect([changes(), told]).toEqual([[], []]);
  });

  it('leaves a difference alone of which an event tells in between', () => {
    const { changes, told } = follow();
    exchange.lists.LampList = { hall: 'off', porch: 'off' };
    exchange.clock.advance(MINUTE + SETTLE);
    exchange.tell('Lamp hall off');
    exchange.clock.advance(10 * MINUTE);
    expect([changes(), told]).toEqual([['hall off (Lamp)'], []]);
  });

  it('leaves alone what changes while it is made', () => {
    const { changes } = follow();
    exchange.listMs = 100;
    exchange.lists.LampList = { hall: 'dim', porch: 'dim' };
    exchange.clock.advance(MINUTE + 50);
    exchange.tell('Lamp hall off');
    exchange.clock.advance(50 + SETTLE - 1);
    exchange.tell('LampGone porch');
    exchange.lists.LampList = { hall: 'off' };
    exchange.clock.advance(10 * MINUTE);
    expect(changes()).toEqual(['hall off (Lamp)', 'porch gone (LampGone)']);
  });

  it('waits for the events that were under way when the list was made', () => {
    const { changes } = follow();
    exchange.pingMs = 300;
    exchange.lists.LampList = { hall: 'off', porch: 'off' };
    exchange.clock.advance(MINUTE + 300 + SETTLE + AGAIN + 300 + SETTLE - 1);
    expect(changes()).toEqual([]);
    exchange.clock.advance(1);
    expect(changes()).toEqual(['hall off (check)']);
  });

  it('is not made with checkMs 0', () => {
    follow(exchange.live(lampKind, { checkMs: 0 }));
    exchange.clock.advance(60 * MINUTE);
    expect(exchange.countOf('LampList')).toBe(1);
  });

  it('is made as often as checkMs says', () => {
    follow(exchange.live(lampKind, { checkMs: 5000 }));
    exchange.clock.advance(MINUTE);
    expect(exchange.countOf('LampList')).toBe(13);
  });

  it('tells nothing of what changes without events as a matter of course', () => {
    const { changes, told } = follow(exchange.live(kindOf('Lamp', { isPolled: true })));
    exchange.lists.LampList = { hall: 'off', porch: 'off' };
    exchange.clock.advance(2 * MINUTE);
    expect([changes(), told]).toEqual([['hall off (check)'], []]);
  });

  it('is not made while the session is lost, nor of it afterwards', () => {
    const { changes, told } = follow();
    exchange.dialled = () => new Error('down');
    exchange.clock.advance(MINUTE + 100);
    exchange.socket.fail(new Error('reset'));
    exchange.clock.advance(10 * MINUTE);
    expect(exchange.countOf('LampList')).toBe(2);
    exchange.dialled = () => undefined;
    exchange.lists.LampList = { hall: 'dim', porch: 'off' };
    exchange.clock.advance(30_000);
    expect(changes()).toEqual(['hall dim (resync)']);
    expect(told).toEqual([]);
  });

  it('does not take for live what has not been read yet', () => {
    exchange.lists.DoorList = { front: 'shut' };
    const doors = exchange.live(doorKind);
    follow();
    exchange.clock.advance(MINUTE - 2000);
    // The check is due while the lamps are read again, and the doors come before it is made.
    exchange.listMs = 1500;
    exchange.tell('Reload');
    exchange.clock.advance(2100);
    const values = watch(doors.values$);
    const state = watch(doors.state$);
    exchange.clock.advance(MINUTE / 2);
    expect(values.values).toEqual([new Map([['front', 'shut']])]);
    expect(state.values).toEqual(['syncing', 'live']);
  });

  it('is made within five seconds of a doubt, of that kind alone', () => {
    exchange.lists.DoorList = {};
    watch(exchange.live(doorKind).state$);
    const { changes } = follow();
    exchange.lists.LampList = { hall: 'off', porch: 'off' };
    exchange.clock.advance(1000);
    exchange.tell('LampDoubt');
    exchange.clock.advance(1000);
    exchange.tell('LampDoubt', 'LampDoubt');
    exchange.clock.advance(3999);
    expect(exchange.countOf('LampList')).toBe(1);
    exchange.clock.advance(1);
    expect(exchange.countOf('LampList')).toBe(2);
    exchange.clock.advance(SETTLE + AGAIN + SETTLE);
    expect(changes()).toEqual(['hall off (check)']);
    exchange.clock.advance(20_000);
    expect([exchange.countOf('LampList'), exchange.countOf('DoorList')]).toEqual([3, 1]);
  });

  it('is made again for a doubt after it', () => {
    follow();
    for (const count of [2, 3, 4]) {
      exchange.tell('LampDoubt');
      exchange.clock.advance(5000 + SETTLE);
      expect(exchange.countOf('LampList')).toBe(count);
    }
  });

  it('is made without a rest of five seconds for each kind in doubt', () => {
    exchange.lists.DoorList = {};
    watch(exchange.live(doorKind).state$);
    follow();
    exchange.tell('LampDoubt');
    exchange.clock.advance(100);
    exchange.tell('DoorDoubt');
    exchange.clock.advance(4900);
    expect([exchange.countOf('LampList'), exchange.countOf('DoorList')]).toEqual([2, 1]);
    exchange.clock.advance(100 + SETTLE);
    expect([exchange.countOf('LampList'), exchange.countOf('DoorList')]).toEqual([2, 2]);
  });
});

import { watch } from '../../support/watch.js';
import { ListingExchange } from './listing-exchange.js';
import { doorKind, lampKind } from './things.js';

describe('The state of a live state', () => {
  let exchange: ListingExchange;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on' };
  });

  it('is syncing until the lists have been taken in, then live', () => {
    exchange.listMs = 100;
    const state = watch(exchange.live(lampKind).state$);
    exchange.clock.advance(99);
    expect(state.values).toEqual(['syncing']);
    exchange.clock.advance(1);
    expect(state.values).toEqual(['syncing', 'live']);
  });

  it('is stale while the session is lost, and live again once what differs is known', () => {
    const state = watch(exchange.live(lampKind).state$);
    exchange.clock.advance();
    exchange.listMs = 100;
    exchange.socket.fail(new Error('reset'));
    expect(state.values).toEqual(['syncing', 'live', 'stale']);
    exchange.clock.advance(1000);
    expect(state.values).toEqual(['syncing', 'live', 'stale', 'syncing']);
    exchange.clock.advance(100);
    expect(state.values).toEqual(['syncing', 'live', 'stale', 'syncing', 'live']);
  });

  it('is stale as well when the session is lost before the lists have come', () => {
    exchange.listMs = 2000;
    const lamps = exchange.live(lampKind);
    const state = watch(lamps.state$);
    exchange.clock.advance(1000);
    exchange.lose();
    exchange.clock.advance(2000);
    expect(state.values).toEqual(['syncing', 'stale', 'syncing', 'live']);
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
  });

  it('is syncing before there is any session, and asks when there is one', () => {
    exchange.dialled = (attempt) => (attempt === 1 ? new Error('down') : undefined);
    const state = watch(exchange.live(lampKind).state$);
    expect(state.values).toEqual(['syncing']);
    expect(exchange.countOf('LampList')).toBe(0);
    exchange.clock.advance(1000);
    expect(state.values).toEqual(['syncing', 'live']);
  });

  it('is told to those who come later, the latest first', () => {
    const { state$ } = exchange.live(lampKind);
    watch(state$);
    exchange.clock.advance();
    expect(watch(state$).values).toEqual(['live']);
    exchange.socket.fail(new Error('reset'));
    expect(watch(state$).values).toEqual(['stale']);
  });

  it('does not wait for another kind that comes later, nor hold it up', () => {
    const lamps = exchange.live(lampKind);
    const first = watch(lamps.state$);
    exchange.clock.advance();
    exchange.lists.DoorList = {};
    exchange.listMs = 100;
    const second = watch(exchange.live(doorKind).state$);
    exchange.clock.advance(100);
    expect(first.values).toEqual(['syncing', 'live']);
    expect(second.values).toEqual(['syncing', 'live']);
  });

  it('asks for another kind that is put to use when this one begins to sync', () => {
    exchange.lists.DoorList = { front: 'shut' };
    const lamps = exchange.live(lampKind, { checkMs: 0 });
    const doors = exchange.live(doorKind, { checkMs: 0 });
    const states: string[] = [];
    watch(lamps.state$);
    exchange.clock.advance();
    exchange.socket.fail(new Error('reset'));
    let known = 0;
    lamps.state$.subscribe((state) => {
      if (state === 'syncing' && known++ === 0) doors.state$.subscribe((one) => states.push(one));
    });
    exchange.clock.advance(1000);
    expect(states).toEqual(['syncing', 'live']);
    expect(exchange.countOf('DoorList')).toBe(1);
  });
});

import { watch } from '../../support/watch.js';
import { ListingExchange } from './listing-exchange.js';
import { doorKind, lampKind } from './things.js';

describe('A list that is refused', () => {
  let exchange: ListingExchange;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = 'Permission denied';
    exchange.lists.DoorList = { front: 'shut' };
  });

  const diagnostics = () => watch(exchange.ami.diagnostics$).values;

  it('is told, and the rest goes on, from events too', () => {
    const told = diagnostics();
    const lamps = exchange.live(lampKind);
    const doors = exchange.live(doorKind);
    const state = watch(lamps.state$);
    watch(doors.state$);
    exchange.clock.advance();
    expect(told).toEqual([
      {
        type: 'list-unavailable',
        text: expect.stringMatching(/LampList .*Permission denied/) as string,
      },
    ]);
    expect(state.values).toEqual(['syncing', 'live']);
    expect(doors.current).toEqual(new Map([['front', 'shut']]));
    exchange.tell('Lamp hall on');
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
  });

  it('is neither asked for again nor told again in the same session', () => {
    const told = diagnostics();
    watch(exchange.live(lampKind).state$);
    exchange.clock.advance(10 * 60_000);
    watch(exchange.live(lampKind).changes$);
    exchange.clock.advance(10 * 60_000);
    expect(exchange.countOf('LampList')).toBe(1);
    expect(told).toHaveLength(1);
  });

  it('is asked for again in the next session, and told again', () => {
    const told = diagnostics();
    const lamps = exchange.live(lampKind);
    watch(lamps.state$);
    exchange.clock.advance();
    exchange.lose();
    expect(told).toHaveLength(2);
    exchange.lists.LampList = { hall: 'on' };
    exchange.lose();
    exchange.clock.advance(10_000);
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
    expect(told).toHaveLength(2);
  });

  it('is asked for again after a reload', () => {
    const lamps = exchange.live(lampKind);
    watch(lamps.state$);
    exchange.clock.advance();
    exchange.lists.LampList = { hall: 'on' };
    exchange.tell('Load');
    exchange.clock.advance(1000);
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
  });

  it('leaves what is known alone', () => {
    exchange.lists.LampList = { hall: 'on' };
    const lamps = exchange.live(lampKind);
    watch(lamps.state$);
    exchange.clock.advance();
    exchange.lists.LampList = 'Permission denied';
    exchange.lose();
    exchange.clock.advance(10 * 60_000);
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
  });

  it('is nothing to tell of when the server does not know it at all', () => {
    delete exchange.lists.LampList;
    const told = diagnostics();
    const state = watch(exchange.live(lampKind).state$);
    exchange.clock.advance(10 * 60_000);
    expect(told).toEqual([]);
    expect(state.values).toEqual(['syncing', 'live']);
    expect(exchange.countOf('LampList')).toBe(1);
  });

  it('is like one that does not come, at the third time', () => {
    exchange.listMs = 3_600_000;
    const told = diagnostics();
    const state = watch(exchange.live(lampKind).state$);
    exchange.clock.advance(91_999);
    expect(told).toEqual([]);
    exchange.clock.advance(1);
    expect(told).toMatchObject([{ type: 'list-unavailable' }]);
    expect(state.values).toEqual(['syncing', 'live']);
  });

  it('is asked for every five seconds while the exchange shuts down, which it may not', () => {
    exchange.lists.LampList = 'Asterisk is shutting down';
    const told = diagnostics();
    const lamps = exchange.live(lampKind);
    const state = watch(lamps.state$);
    exchange.clock.advance(9999);
    expect(exchange.countOf('LampList')).toBe(2);
    exchange.lists.LampList = { hall: 'on' };
    expect(state.values).toEqual(['syncing']);
    exchange.clock.advance(1);
    expect(state.values).toEqual(['syncing', 'live']);
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
    expect(told).toEqual([]);
  });
});

import { watch } from '../../support/watch.js';
import type { Live } from '../../../lib/live/core/live.js';
import { inShort } from './in-short.js';
import { ListingExchange } from './listing-exchange.js';
import { lampKind } from './things.js';

describe('A live state that is read again', () => {
  let exchange: ListingExchange;
  let lamps: Live<string>;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on', porch: 'off', attic: 'on' };
    lamps = exchange.live(lampKind);
  });

  /** The changes from when everything is known. */
  const told = (): (() => string[]) => {
    const changes = watch(lamps.changes$);
    exchange.clock.advance();
    return () => changes.values.slice(3).map(inShort);
  };

  it('tells only what differs after a lost session, removals included', () => {
    const changes = told();
    exchange.lists.LampList = { hall: 'on', porch: 'on', cellar: 'off' };
    exchange.lose();
    expect(changes()).toEqual(['porch on (resync)', 'cellar off (resync)', 'attic gone (resync)']);
  });

  it('holds changes back until the list has come, and tells the sum of them', () => {
    const changes = told();
    exchange.listMs = 100;
    exchange.lose();
    exchange.tell('Lamp hall off', 'Lamp hall on', 'Lamp porch on', 'Lamp porch dim');
    exchange.lists.LampList = { hall: 'on', porch: 'dim', attic: 'on' };
    exchange.clock.advance(99);
    expect(changes()).toEqual([]);
    exchange.clock.advance(1);
    expect(changes()).toEqual(['porch dim (resync)']);
    exchange.tell('Lamp porch off');
    expect(changes().slice(1)).toEqual(['porch off (Lamp)']);
  });

  it('tells how something ended that came and went meanwhile', () => {
    const changes = told();
    exchange.listMs = 100;
    exchange.lose();
    exchange.tell('Lamp cellar on', 'Lamp cellar off', 'LampGone cellar', 'Lamp hall broken');
    exchange.tell('LampGone hall');
    exchange.lists.LampList = { porch: 'off', attic: 'on' };
    exchange.clock.advance(100);
    expect(changes()).toEqual([
      'cellar off (resync)',
      'cellar gone (resync)',
      'hall broken (resync)',
      'hall gone (resync)',
    ]);
  });

  it('goes on holding back when the session is lost again before the list has come', () => {
    const changes = told();
    exchange.listMs = 100;
    exchange.lose();
    exchange.tell('Lamp hall off');
    exchange.clock.advance(50);
    exchange.lists.LampList = { hall: 'dim', porch: 'off', attic: 'on' };
    exchange.socket.fail(new Error('reset'));
    exchange.clock.advance(10_000);
    expect(changes()).toEqual(['hall dim (resync)']);
  });

  it.each(['Reload', 'Load', 'Unload', 'FullyBooted'])('is so a second after %s', (name) => {
    const changes = told();
    const state = watch(lamps.state$);
    exchange.lists.LampList = { hall: 'on', porch: 'off' };
    exchange.tell(name);
    exchange.clock.advance(999);
    expect(exchange.countOf('LampList')).toBe(1);
    expect(state.values).toEqual(['live']);
    exchange.clock.advance(1);
    expect(changes()).toEqual(['attic gone (resync)']);
    expect(state.values).toEqual(['live', 'syncing', 'live']);
  });

  it('is so once for all modules of a reload', () => {
    told();
    for (let i = 0; i < 9; i++) {
      exchange.tell('Reload');
      exchange.clock.advance(100);
    }
    exchange.clock.advance(10_000);
    expect(exchange.countOf('LampList')).toBe(2);
  });

  it('is read to the end before it is read again', () => {
    told();
    exchange.listMs = 1500;
    exchange.tell('Reload');
    exchange.clock.advance(1100);
    exchange.tell('Reload');
    exchange.clock.advance(1399);
    expect(exchange.countOf('LampList')).toBe(2);
    exchange.clock.advance(1);
    expect(exchange.countOf('LampList')).toBe(3);
  });

  it('is not read twice when the exchange says at login that it is booted', () => {
    told();
    exchange.clock.advance(10_000);
    expect(exchange.countOf('LampList')).toBe(1);
    exchange.lose();
    exchange.clock.advance(10_000);
    expect(exchange.countOf('LampList')).toBe(2);
  });

  it('keeps what happens until the second after a reload', () => {
    const changes = told();
    exchange.tell('Reload', 'Lamp hall off');
    expect(changes()).toEqual(['hall off (Lamp)']);
    exchange.lists.LampList = { hall: 'off', porch: 'off', attic: 'on' };
    exchange.clock.advance(1000);
    expect(changes()).toEqual(['hall off (Lamp)']);
  });
});

describe('Events around a list', () => {
  let exchange: ListingExchange;
  let lamps: Live<string>;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.listMs = 100;
    lamps = exchange.live(lampKind);
    watch(lamps.changes$);
    exchange.clock.advance(50);
  });

  const endUpAs = (lists: Record<string, string>): Record<string, string> => {
    exchange.lists.LampList = lists;
    exchange.clock.advance(50);
    return Object.fromEntries(lamps.current);
  };

  it('do not bring back what has ended meanwhile, though it is listed', () => {
    exchange.tell('Lamp hall on', 'LampGone hall');
    expect(endUpAs({ hall: 'on', porch: 'on' })).toEqual({ porch: 'on' });
  });

  it('have what is younger than the list', () => {
    exchange.tell('Lamp attic on');
    expect(endUpAs({ hall: 'on' })).toEqual({ hall: 'on', attic: 'on' });
  });

  it('bring it in line when they come late', () => {
    expect(endUpAs({ hall: 'off' })).toEqual({ hall: 'off' });
    exchange.tell('Lamp hall on', 'Lamp hall off', 'Lamp porch on', 'LampGone porch');
    expect(Object.fromEntries(lamps.current)).toEqual({ hall: 'off' });
  });

  it('may end what the list after a lost session still has', () => {
    expect(endUpAs({ hall: 'on', porch: 'on' })).toEqual({ hall: 'on', porch: 'on' });
    exchange.lose();
    exchange.clock.advance(50);
    exchange.tell('LampGone hall');
    expect(endUpAs({ hall: 'on', porch: 'on' })).toEqual({ porch: 'on' });
  });
});

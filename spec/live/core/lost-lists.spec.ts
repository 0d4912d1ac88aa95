import type { Message } from '../../../lib/index.js';
import type { FakeSocket } from '../../support/fake-socket.js';
import { watch } from '../../support/watch.js';
import { ListingExchange } from './listing-exchange.js';
import { lampKind } from './things.js';

describe('A list whose answer is lost', () => {
  let exchange: ListingExchange;
  /** What becomes of the first lists; those after them are answered. */
  let lost: ((action: Message, socket: FakeSocket) => void)[];

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on' };
    lost = [];
    const { ami } = exchange;
    ami.status$.subscribe();
    const { answer } = exchange;
    exchange.answer = (action, socket) => {
      const lose = action.get('Action') === 'LampList' ? lost.shift() : undefined;
      (lose ?? answer)(action, socket);
    };
  });

  const nothing = () => undefined;
  const cancelled = (action: Message, socket: FakeSocket) => {
    socket.reply({ Response: 'Success', EventList: 'start' }, action);
    socket.reply({ Event: 'LampListComplete', EventList: 'Cancelled' }, action);
  };

  it.each([
    ['is missing', nothing, 31_000],
    ['is cancelled', cancelled, 1000],
  ])('is asked for again soon when it %s, and until then nothing is live', (_, lose, ms) => {
    lost.push(lose);
    const told = watch(exchange.ami.diagnostics$);
    const lamps = exchange.live(lampKind);
    const state = watch(lamps.state$);
    exchange.clock.advance(ms - 1);
    expect(state.values).toEqual(['syncing']);
    exchange.clock.advance(1);
    expect(state.values).toEqual(['syncing', 'live']);
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
    expect([exchange.countOf('LampList'), told.values]).toEqual([2, []]);
  });

  it('is told after three times, and comes with the next check', () => {
    lost.push(cancelled, cancelled, cancelled);
    const told = watch(exchange.ami.diagnostics$);
    const lamps = exchange.live(lampKind, { checkMs: 10_000 });
    const state = watch(lamps.state$);
    exchange.clock.advance(2000);
    expect(state.values).toEqual(['syncing', 'live']);
    expect(lamps.current.size).toBe(0);
    expect(told.values.map(({ type }) => type)).toEqual(['list-unavailable']);
    exchange.clock.advance(20_000);
    expect(lamps.current).toEqual(new Map([['hall', 'on']]));
  });
});

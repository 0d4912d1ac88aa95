import { Asking } from '../../../lib/live/core/asking.js';
import { watch } from '../../support/watch.js';
import { ListingExchange } from './listing-exchange.js';

describe('Asking', () => {
  let exchange: ListingExchange;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on' };
  });

  it('asks for a list once, and gives it to whoever asks later', () => {
    let arrivals = 0;
    const asking = new Asking(exchange.ami, new Set(), false, () => arrivals++);
    const first = watch(asking.ask('LampList'));
    exchange.clock.advance();
    const second = watch(asking.ask('LampList'));
    expect(first.values.map((entries) => entries?.map((entry) => entry.get('Name')))).toEqual([
      ['hall'],
    ]);
    expect(second.values).toEqual(first.values);
    expect([first.isComplete, second.isComplete]).toEqual([true, true]);
    expect([exchange.countOf('LampList'), arrivals]).toEqual([1, 1]);
  });

  it('takes lists with other fields for others', () => {
    const asking = new Asking(exchange.ami, new Set(), false, () => undefined);
    for (const Room of ['1', '2', '1']) watch(asking.ask('LampList', { Room }));
    expect(exchange.asked.map((action) => action.get('Room'))).toEqual(['1', '2']);
  });
});

import { firstValueFrom } from 'rxjs';
import { watch } from '../../support/watch.js';
import { inShort } from './in-short.js';
import { ListingExchange } from './listing-exchange.js';
import { doorKind, lampKind } from './things.js';

describe('The end of a live state', () => {
  let exchange: ListingExchange;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on' };
  });

  /** All streams of the lamps. */
  const watchAll = () => {
    const lamps = exchange.live(lampKind);
    return {
      state: watch(lamps.state$),
      changes: watch(lamps.changes$),
      values: watch(lamps.values$),
      hall: watch(lamps.watch('hall')),
    };
  };
  /** What each of them has come to. */
  const each = <T>(end: T) => ({ state: end, changes: end, values: end, hall: end });
  const completed = each({ isComplete: true });

  it.each(['close', 'end'] as const)('completes its streams with %s()', (how) => {
    const streams = watchAll();
    exchange.clock.advance(100);
    if (how === 'close') exchange.ami.close();
    else watch(exchange.ami.end());
    expect(streams).toMatchObject(completed);
    expect(exchange.timers).toBe(0);
  });

  it('completes them also while the lists are asked for', () => {
    exchange.listMs = 100;
    const streams = watchAll();
    exchange.ami.close();
    expect(streams).toMatchObject(completed);
    expect(exchange.live(lampKind).current.size).toBe(0);
  });

  it('completes whatever is subscribed to later, each time', () => {
    exchange.ami.close();
    expect([watchAll(), watchAll()]).toMatchObject([completed, completed]);
  });

  it('is the error that is final for the client, each time', () => {
    exchange.refusal = 'Authentication failed';
    const error = { name: 'AuthenticationError' };
    const ami = exchange.ami;
    expect(watch(ami.status$).values).toMatchObject([{ state: 'closed', cause: error }]);
    const failed = each({ error });
    expect([watchAll(), watchAll()]).toMatchObject([failed, failed]);
  });

  it('is the error with which a renewal is refused', () => {
    const streams = watchAll();
    exchange.clock.advance(100);
    exchange.refusal = 'Authentication failed';
    exchange.lose();
    const error = { name: 'AuthenticationError' };
    expect(streams).toMatchObject(each({ error }));
    expect(exchange.timers).toBe(0);
  });

  it('comes after the last values, if they are due', () => {
    const values = watch(exchange.live(lampKind).values$);
    exchange.clock.advance();
    exchange.tell('Lamp hall off');
    exchange.ami.close();
    exchange.clock.advance(100);
    expect(values.values).toEqual([new Map([['hall', 'on']]), new Map([['hall', 'off']])]);
    expect(values.isComplete).toBe(true);
  });

  it('comes for others while the last values are due', () => {
    watch(exchange.live(lampKind).values$);
    exchange.clock.advance();
    exchange.tell('Lamp hall off');
    exchange.ami.close();
    expect(watch(exchange.live(doorKind).values$).isComplete).toBe(true);
    exchange.clock.advance(100);
    expect(exchange.timers).toBe(0);
  });
});

describe('Without subscribers, a live state', () => {
  let exchange: ListingExchange;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on' };
  });

  it('asks for nothing and is empty', () => {
    const lamps = exchange.live(lampKind);
    exchange.clock.advance(3_600_000);
    expect(exchange.asked).toEqual([]);
    expect(lamps.current.size).toBe(0);
  });

  it('leaves nothing behind, and is read anew by the next one', () => {
    const lamps = exchange.live(lampKind);
    const first = watch(lamps.changes$);
    exchange.clock.advance();
    first.subscription.unsubscribe();
    expect(lamps.current.size).toBe(0);
    expect(exchange.timers).toBe(0);
    exchange.lists.LampList = { porch: 'off' };
    exchange.tell('Reload', 'Lamp hall off');
    expect(exchange.timers).toBe(0);
    const second = watch(lamps.changes$);
    exchange.clock.advance();
    expect(second.values.map(inShort)).toEqual(['porch off (seed)']);
    expect(exchange.countOf('LampList')).toBe(2);
  });

  it('is kept until the last of several has left', () => {
    const lamps = exchange.live(lampKind);
    const [first, second] = [watch(lamps.state$), watch(lamps.watch('hall'))];
    exchange.clock.advance();
    first.subscription.unsubscribe();
    exchange.tell('Lamp hall off');
    expect(second.values).toEqual([undefined, 'on', 'off']);
    second.subscription.unsubscribe();
    expect(lamps.current.size).toBe(0);
    expect(exchange.timers).toBe(0);
  });

  it('leaves nothing behind when only the first value was wanted', async () => {
    const lamps = exchange.live(lampKind);
    expect(await firstValueFrom(lamps.state$)).toBe('syncing');
    expect(await firstValueFrom(lamps.watch('hall'))).toBe(undefined);
    exchange.clock.advance();
    expect(exchange.timers).toBe(0);
    expect(exchange.asked).toEqual([]);
  });

  it('no longer waits for an exchange that shuts down', () => {
    exchange.lists.LampList = 'Asterisk is shutting down';
    const { subscription } = watch(exchange.live(lampKind).state$);
    exchange.clock.advance();
    expect(exchange.countOf('LampList')).toBe(1);
    subscription.unsubscribe();
    exchange.clock.advance(60_000);
    expect(exchange.countOf('LampList')).toBe(1);
  });

  it('takes in no list that comes after all', () => {
    exchange.listMs = 100;
    const lamps = exchange.live(lampKind);
    watch(lamps.state$).subscription.unsubscribe();
    exchange.clock.advance(100);
    expect(lamps.current.size).toBe(0);
    expect(exchange.ami.pending).toBe(0);
    expect(exchange.timers).toBe(0);
  });
});

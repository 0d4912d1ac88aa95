import { watch } from '../../support/watch.js';
import type { Live } from '../../../lib/live/core/live.js';
import { inShort } from './in-short.js';
import { ListingExchange } from './listing-exchange.js';
import { lampKind } from './things.js';

describe('A live state', () => {
  let exchange: ListingExchange;
  let lamps: Live<string>;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on', porch: 'off' };
    lamps = exchange.live(lampKind);
  });

  describe('changes$', () => {
    it('tells what is there as seed, and what comes with its event', () => {
      const changes = watch(lamps.changes$);
      exchange.clock.advance();
      exchange.tell('Lamp attic on', 'Lamp hall off', 'LampGone porch');
      expect(changes.values.map(inShort)).toEqual([
        'hall on (seed)',
        'porch off (seed)',
        'attic on (Lamp)',
        'hall off (Lamp)',
        'porch gone (LampGone)',
      ]);
    });

    it('has the value before, and the event itself', () => {
      const changes = watch(lamps.changes$);
      exchange.clock.advance();
      exchange.tell('Lamp hall off', 'LampGone hall');
      expect(changes.values.slice(2)).toMatchObject([
        { type: 'updated', key: 'hall', value: 'off', previous: 'on' },
        { type: 'removed', key: 'hall', value: undefined, previous: 'off' },
      ]);
      const [, , updated] = changes.values;
      if (updated?.cause.type !== 'event') throw new Error('no event');
      expect(updated.cause.event.get('State')).toBe('off');
    });

    it('says nothing where nothing has changed', () => {
      const changes = watch(lamps.changes$);
      exchange.clock.advance();
      exchange.tell('Lamp hall on', 'LampGone cellar', 'Hangup hall');
      expect(changes.values).toHaveLength(2);
    });

    it('tells one who comes later of all that is known, as seed and at once', () => {
      watch(lamps.changes$);
      exchange.clock.advance();
      exchange.tell('Lamp attic on', 'LampGone hall');
      const late = watch(lamps.changes$);
      expect(late.values.map(inShort)).toEqual(['porch off (seed)', 'attic on (seed)']);
      exchange.tell('Lamp attic off');
      expect(late.values.slice(2).map(inShort)).toEqual(['attic off (Lamp)']);
      expect(exchange.countOf('LampList')).toBe(1);
    });

    it('tells one who comes while it syncs of what was known before, then of the difference', () => {
      watch(lamps.changes$);
      exchange.clock.advance();
      exchange.lists.LampList = { porch: 'on', attic: 'on' };
      exchange.listMs = 100;
      exchange.lose();
      exchange.tell('Lamp cellar on');
      const late = watch(lamps.changes$);
      expect(late.values.map(inShort)).toEqual(['hall on (seed)', 'porch off (seed)']);
      exchange.clock.advance(100);
      expect(late.values.slice(2).map(inShort).sort()).toEqual([
        'attic on (resync)',
        'cellar on (resync)',
        'hall gone (resync)',
        'porch on (resync)',
      ]);
    });
  });

  describe('current', () => {
    it('is empty until the list has come, and then as the exchange is', () => {
      exchange.listMs = 100;
      watch(lamps.state$);
      expect(lamps.current).toEqual(new Map());
      exchange.clock.advance(100);
      expect(lamps.current).toEqual(new Map(Object.entries({ hall: 'on', porch: 'off' })));
      exchange.tell('Lamp hall off', 'LampGone porch');
      expect(lamps.current).toEqual(new Map([['hall', 'off']]));
    });

    it('is that of the last moment while the session is lost', () => {
      watch(lamps.state$);
      exchange.clock.advance();
      exchange.socket.fail(new Error('reset'));
      expect([...lamps.current.keys()]).toEqual(['hall', 'porch']);
    });
  });

  describe('values$', () => {
    const states = (values: readonly ReadonlyMap<string, string>[]) =>
      values.map((value) => Object.fromEntries(value));

    it('emits when all is known, and not before', () => {
      exchange.listMs = 100;
      const values = watch(lamps.values$);
      exchange.tell('Lamp attic on');
      exchange.clock.advance(99);
      expect(values.values).toEqual([]);
      exchange.clock.advance(1);
      expect(states(values.values)).toEqual([{ hall: 'on', porch: 'off', attic: 'on' }]);
    });

    it('emits an empty state, too', () => {
      exchange.lists.LampList = {};
      const values = watch(lamps.values$);
      exchange.clock.advance();
      expect(states(values.values)).toEqual([{}]);
    });

    it('emits once in 100 ms, the latest', () => {
      const values = watch(lamps.values$);
      exchange.clock.advance();
      exchange.lists.LampList = {};
      for (let i = 0; i < 50; i++) {
        exchange.tell(`Lamp hall ${String(i)}`);
        exchange.clock.advance(10);
      }
      // At 0, 100, 200, 300, 400 and 500 ms: the event at 10 × i ms is the i-th.
      expect(values.values.map((value) => value.get('hall'))).toEqual([
        ...['on', '9', '19', '29', '39', '49'],
      ]);
    });

    it('emits at once what comes after a rest', () => {
      const values = watch(lamps.values$);
      exchange.clock.advance(1000);
      exchange.tell('Lamp hall off');
      expect(states(values.values)).toEqual([
        { hall: 'on', porch: 'off' },
        { hall: 'off', porch: 'off' },
      ]);
    });

    it('emits copies, which do not change', () => {
      const values = watch(lamps.values$);
      exchange.clock.advance(1000);
      const [first] = values.values;
      exchange.tell('Lamp hall off');
      expect(first?.get('hall')).toBe('on');
      expect(first).not.toBe(lamps.current);
    });

    it('emits at once for one who comes later', () => {
      watch(lamps.state$);
      exchange.clock.advance();
      expect(states(watch(lamps.values$).values)).toEqual([{ hall: 'on', porch: 'off' }]);
    });

    it('emits nothing of a session that is lost until the next one is in line', () => {
      const values = watch(lamps.values$);
      exchange.clock.advance(1000);
      exchange.lists.LampList = { hall: 'off' };
      exchange.listMs = 500;
      exchange.lose();
      exchange.tell('Lamp attic on');
      exchange.clock.advance(499);
      expect(values.values).toHaveLength(1);
      exchange.clock.advance(1);
      expect(states(values.values.slice(-1))).toEqual([{ hall: 'off', attic: 'on' }]);
    });
  });

  describe('watch()', () => {
    it('emits the value now and each that follows, undefined where there is none', () => {
      const hall = watch(lamps.watch('hall'));
      exchange.clock.advance();
      exchange.tell('Lamp hall off', 'Lamp porch on', 'LampGone hall', 'Lamp hall on');
      expect(hall.values).toEqual([undefined, 'on', 'off', undefined, 'on']);
    });

    it('emits at once for one who comes later, and to each', () => {
      const first = watch(lamps.watch('hall'));
      exchange.clock.advance();
      const second = watch(lamps.watch('hall'));
      first.subscription.unsubscribe();
      exchange.tell('Lamp hall off');
      expect(second.values).toEqual(['on', 'off']);
      expect(watch(lamps.watch('cellar')).values).toEqual([undefined]);
    });

    it('emits what was known before for one who comes while it syncs', () => {
      watch(lamps.state$);
      exchange.clock.advance();
      exchange.listMs = 100;
      exchange.lose();
      exchange.tell('Lamp hall dim', 'Lamp attic on');
      const both = [watch(lamps.watch('hall')), watch(lamps.watch('attic'))];
      expect(both.map(({ values }) => values)).toEqual([['on'], [undefined]]);
      exchange.lists.LampList = { hall: 'dim', attic: 'on' };
      exchange.clock.advance(100);
      expect(both.map(({ values }) => values)).toEqual([
        ['on', 'dim'],
        [undefined, 'on'],
      ]);
    });

    it('is told after the lists of what differs', () => {
      const hall = watch(lamps.watch('hall'));
      exchange.clock.advance();
      exchange.lists.LampList = {};
      exchange.lose();
      expect(hall.values).toEqual([undefined, 'on', undefined]);
    });
  });

  it('is the same object for the same client, kind and options', () => {
    expect(exchange.live(lampKind)).toBe(lamps);
    expect(exchange.live(lampKind, { checkMs: 60_000 })).toBe(lamps);
    expect(exchange.live(lampKind, { checkMs: 5000 })).not.toBe(lamps);
  });
});

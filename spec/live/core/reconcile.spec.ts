import fc from 'fast-check';
import { Context } from '../../../lib/live/core/context.js';
import { EntityTable } from '../../../lib/live/core/entity-table.js';
import { reconcile } from '../../../lib/live/core/reconcile.js';
import type { Listed, ReconcileOptions } from '../../../lib/live/core/reconcile.js';

type States = Readonly<Record<string, string>>;

const listOf = (states: States): Listed<string> =>
  new Map(Object.entries(states).map(([key, value]) => [key, () => value]));

const tableOf = (states: States): EntityTable<string> => {
  const table = new EntityTable<string>(new Context());
  for (const [key, value] of Object.entries(states)) table.put(key, value);
  return table;
};

const stateOf = (table: EntityTable<string>): States => Object.fromEntries(table.map);

const seed: ReconcileOptions<string> = { isCheck: false };
const check: ReconcileOptions<string> = { isCheck: true };

describe('reconcile', () => {
  it('brings a table in line with a list', () => {
    const table = tableOf({ a: '1', b: '1', c: '1' });
    reconcile(table, listOf({ a: '1', b: '2', d: '1' }), seed);
    expect(stateOf(table)).toEqual({ a: '1', b: '2', d: '1' });
  });

  it('gives what is known to what makes the new value', () => {
    const table = tableOf({ a: '1' });
    const more = (known = '0'): string => `${known}+`;
    reconcile(table, new Map(['a', 'b'].map((key) => [key, more])), seed);
    expect(stateOf(table)).toEqual({ a: '1+', b: '0+' });
  });

  it('leaves alone what a list does not cover', () => {
    const table = tableOf({ 'x/a': '1', 'y/a': '1' });
    reconcile(table, listOf({}), { ...seed, covers: (key) => key.startsWith('x/') });
    expect(stateOf(table)).toEqual({ 'y/a': '1' });
  });

  it('does not bring back what is over', () => {
    const table = tableOf({});
    reconcile(table, listOf({ a: '1', b: '1' }), { ...seed, isOver: (key) => key === 'a' });
    expect(stateOf(table)).toEqual({ b: '1' });
  });

  it('puts and removes as it is told', () => {
    const table = tableOf({ a: '1', b: '1' });
    const calls: string[] = [];
    const put = (key: string, value: string) => calls.push(`put ${key} ${value}`);
    const remove = (key: string) => calls.push(`remove ${key}`);
    reconcile(table, listOf({ a: '2' }), { ...seed, put, remove });
    expect(calls).toEqual(['put a 2', 'remove b']);
  });

  describe('with a seed', () => {
    it('keeps what is younger than the list, and away what has ended since', () => {
      const table = tableOf({ old: '1', ended: '1', changed: '1' });
      table.record();
      table.put('young', '1');
      table.delete('ended');
      table.put('changed', '2');
      reconcile(table, listOf({ ended: '1', changed: '3' }), seed);
      // Which of the two is newer of what has changed is not known; later events set it right.
      expect(stateOf(table)).toEqual({ young: '1', changed: '3' });
    });

    it('believes at once what a check would only suspect', () => {
      const table = tableOf({ a: '1' });
      reconcile(table, listOf({ b: '1' }), seed);
      expect(stateOf(table)).toEqual({ b: '1' });
      expect(table.suspects.size).toBe(0);
    });
  });

  describe('with a check', () => {
    it('believes what differs for the second time', () => {
      const table = tableOf({ a: '1', b: '1' });
      reconcile(table, listOf({ a: '2', c: '1' }), check);
      expect(stateOf(table)).toEqual({ a: '1', b: '1' });
      expect([...table.suspects].sort()).toEqual(['a', 'b', 'c']);
      reconcile(table, listOf({ a: '2', c: '1' }), check);
      expect(stateOf(table)).toEqual({ a: '2', c: '1' });
      expect(table.suspects.size).toBe(0);
    });

    it('suspects no longer what does not differ the second time', () => {
      const table = tableOf({ a: '1', b: '1' });
      reconcile(table, listOf({ a: '2', c: '1' }), check);
      reconcile(table, listOf({ a: '1', b: '1' }), check);
      expect(table.suspects.size).toBe(0);
      reconcile(table, listOf({ a: '2' }), check);
      expect(stateOf(table)).toEqual({ a: '1', b: '1' });
    });

    it('suspects no longer what has changed since', () => {
      const table = tableOf({ a: '1', b: '1' });
      reconcile(table, listOf({ a: '2' }), check);
      table.put('a', '3');
      table.delete('b');
      table.put('b', '2');
      reconcile(table, listOf({ a: '2' }), check);
      expect(stateOf(table)).toEqual({ a: '3', b: '2' });
    });

    it('suspects no longer what has ended since', () => {
      const table = tableOf({ a: '1' });
      reconcile(table, listOf({ a: '2' }), check);
      table.delete('a');
      reconcile(table, listOf({ a: '2' }), check);
      expect(stateOf(table)).toEqual({});
    });

    it('leaves alone what has changed since the list was asked for', () => {
      const table = tableOf({ a: '1', b: '1', c: '1' });
      for (let i = 0; i < 3; i++) {
        table.record();
        table.put('a', `${String(i)}!`);
        table.delete('b');
        table.put('d', `${String(i)}!`);
        reconcile(table, listOf({ a: '1', b: '1', c: '1' }), check);
        table.put('b', '2');
      }
      expect(stateOf(table)).toEqual({ a: '2!', b: '2', c: '1', d: '2!' });
    });
  });

  const states = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'));

  it('ends up as the list says, of whatever was known: by one seed, or by two checks', () => {
    fc.assert(
      fc.property(states, states, (known, listed) => {
        const table = tableOf(known);
        reconcile(table, listOf(listed), seed);
        expect(stateOf(table)).toEqual({ ...listed });
        const checked = tableOf(known);
        reconcile(checked, listOf(listed), check);
        expect(stateOf(checked)).toEqual({ ...known });
        reconcile(checked, listOf(listed), check);
        expect(stateOf(checked)).toEqual({ ...listed });
      }),
    );
  });

  it('ends up as the exchange, wherever between the events the list was made', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', 'gone'));
    const take = (table: EntityTable<string>, [key, value]: [string, string]): void => {
      if (value === 'gone') table.delete(key);
      else table.put(key, value);
    };
    fc.assert(
      fc.property(fc.array(step), fc.nat(), fc.nat(), fc.nat(), (steps, one, two, three) => {
        // Asked for after some events, given out after more, and made between: never older than what
        // came before it was asked for, and maybe ahead of the events.
        const asked = one % (steps.length + 1);
        const given = asked + (two % (steps.length - asked + 1));
        const made = given + (three % (steps.length - given + 1));
        const exchange = tableOf({});
        for (const event of steps.slice(0, made)) take(exchange, event);
        const table = tableOf({});
        for (const event of steps.slice(0, asked)) take(table, event);
        table.record();
        for (const event of steps.slice(asked, given)) take(table, event);
        reconcile(table, listOf(stateOf(exchange)), seed);
        table.stopRecording();
        for (const event of steps.slice(given)) take(table, event);
        for (const event of steps.slice(made)) take(exchange, event);
        expect(stateOf(table)).toEqual(stateOf(exchange));
      }),
    );
  });
});

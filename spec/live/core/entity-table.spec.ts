import fc from 'fast-check';
import type { Change } from '../../../lib/live/core/change.js';
import { Context } from '../../../lib/live/core/context.js';
import { EntityTable } from '../../../lib/live/core/entity-table.js';
import { eventOf } from '../support/written-events.js';
import { inShort } from './in-short.js';

describe('EntityTable', () => {
  let context: Context;
  let table: EntityTable<string>;
  let changes: Change<string>[];

  beforeEach(() => {
    context = new Context();
    table = new EntityTable(context);
    changes = [];
    table.listener = { next: (change) => changes.push(change) };
  });

  const told = (): string[] => changes.splice(0).map(inShort);

  it('tells of what is added, replaced and taken away', () => {
    table.put('a', '1');
    table.put('a', '2');
    table.delete('a');
    expect(changes).toEqual([
      { type: 'added', key: 'a', value: '1', previous: undefined, cause: { type: 'seed' } },
      { type: 'updated', key: 'a', value: '2', previous: '1', cause: { type: 'seed' } },
      { type: 'removed', key: 'a', value: undefined, previous: '2', cause: { type: 'seed' } },
    ]);
    expect(table.steps).toBe(3);
  });

  it('takes the same value, and the end of what is not there, for nothing', () => {
    table.put('a', '1');
    table.put('a', '1');
    table.delete('b');
    expect(told()).toEqual(['a 1 (seed)']);
    expect(table.steps).toBe(1);
    expect(table.get(undefined)).toBeUndefined();
  });

  it('has the cause of the moment', () => {
    context.takeEvent(eventOf('Lamp'), 1000);
    table.put('a', '1');
    table.put('b', '1');
    context.take('check', 2000);
    table.put('a', '2');
    expect(told()).toEqual(['a 1 (Lamp)', 'b 1 (Lamp)', 'a 2 (check)']);
    // The changes of one event share their cause.
    context.takeEvent(eventOf('Lamp'), 1000);
    table.delete('a');
    table.delete('b');
    expect(changes[0]?.cause).toBe(changes[1]?.cause);
  });

  it('does not count what no event tells anyway as a step', () => {
    table.put('a', '1');
    table.put('a', '2', true);
    expect(told()).toEqual(['a 1 (seed)', 'a 2 (seed)']);
    expect(table.steps).toBe(1);
  });

  it('keeps the state with nobody listening', () => {
    table.listener = undefined;
    table.put('a', '1');
    table.hold();
    table.put('b', '1');
    table.delete('a');
    table.release();
    expect([...table.map]).toEqual([['b', '1']]);
  });

  it('tells of the sum of what was held back, with the cause of the release', () => {
    table.put('same', '1');
    table.put('gone', '1');
    table.put('other', '1');
    told();
    table.hold();
    context.takeEvent(eventOf('Lamp'), 1000);
    table.put('same', '2');
    table.put('same', '1');
    table.delete('gone');
    table.put('other', '2');
    table.put('other', '3');
    table.put('new', '1');
    expect(told()).toEqual([]);
    context.take('resync', 2000);
    table.release();
    expect(told()).toEqual([...['gone gone (resync)', 'other 3 (resync)', 'new 1 (resync)']]);
    table.put('new', '2');
    expect(told()).toEqual(['new 2 (resync)']);
  });

  it('goes on holding back when it is told to again', () => {
    table.hold();
    table.put('a', '1');
    table.hold();
    table.put('a', '2');
    table.release();
    expect(told()).toEqual(['a 2 (seed)']);
    table.release();
    expect(told()).toEqual([]);
  });

  it('knows what subscribers have been told of', () => {
    table.put('a', '1');
    table.put('b', '1');
    table.hold();
    table.put('a', '2');
    table.delete('b');
    table.put('c', '1');
    expect([...table.told()]).toEqual([
      ['a', '1'],
      ['b', '1'],
    ]);
    expect(['a', 'b', 'c'].map((key) => table.toldOf(key))).toEqual(['1', '1', undefined]);
    table.release();
    expect([...table.told()]).toEqual([
      ['a', '2'],
      ['c', '1'],
    ]);
    expect(['a', 'b', 'c'].map((key) => table.toldOf(key))).toEqual(['2', undefined, '1']);
  });

  it('notes what has changed since lists were asked for', () => {
    table.put('a', '1');
    table.put('b', '1');
    table.record();
    const { recent } = table;
    table.put('a', '2');
    table.delete('b');
    table.put('c', '1');
    expect(['a', 'b', 'c', 'd'].map((key) => recent.isTouched(key))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(['a', 'b', 'c'].map((key) => recent.isNew(key))).toEqual([false, false, true]);
    expect(['a', 'b', 'c'].map((key) => recent.hasEnded(key))).toEqual([false, true, false]);
    table.stopRecording();
    expect(table.recent.isTouched('a')).toBe(false);
  });

  it('tells changes that make up the state, whatever is held back, for whoever comes when', () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('put'), fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2')),
      fc.tuple(fc.constant('delete'), fc.constantFrom('a', 'b', 'c'), fc.constant('')),
      fc.tuple(fc.constantFrom('hold', 'release'), fc.constant(''), fc.constant('')),
    );
    fc.assert(
      fc.property(fc.array(step), fc.nat(), (steps, joins) => {
        const one = new EntityTable<string>(new Context());
        const folded = new Map<string, string>();
        const next = ({ type, key, value, previous }: Change<string>): void => {
          // Each change fits on the one before.
          expect(previous).toBe(folded.get(key));
          expect(type).toBe(
            value === undefined ? 'removed' : previous === undefined ? 'added' : 'updated',
          );
          expect(value).not.toBe(previous);
          if (value === undefined) folded.delete(key);
          else folded.set(key, value);
        };
        const at = joins % (steps.length + 1);
        steps.forEach(([name, key, value], i) => {
          if (i === at) join();
          if (name === 'put') one.put(key, value);
          else if (name === 'delete') one.delete(key);
          else if (name === 'hold') one.hold();
          else one.release();
        });
        if (at === steps.length) join();
        one.release();
        expect(folded).toEqual(one.map);

        function join(): void {
          for (const [key, value] of one.told()) folded.set(key, value);
          one.listener = { next };
        }
      }),
    );
  });
});

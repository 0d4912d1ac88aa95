import { Tombstones } from '../../../lib/live/core/tombstones.js';

describe('Tombstones', () => {
  it('remember what has ended for thirty seconds, and forget it when others end', () => {
    const tombstones = new Tombstones();
    tombstones.add('a', 0);
    tombstones.add('b', 1000);
    tombstones.add('c', 29_999);
    expect(['a', 'b', 'c', 'd'].map((key) => tombstones.has(key))).toEqual([
      ...[true, true, true, false],
    ]);
    tombstones.add('d', 30_000);
    expect(['a', 'b', 'c', 'd'].map((key) => tombstones.has(key))).toEqual([
      ...[false, true, true, true],
    ]);
  });

  it('forget a key that is used anew', () => {
    const tombstones = new Tombstones();
    tombstones.add('a', 0);
    tombstones.delete('a');
    expect(tombstones.has('a')).toBe(false);
  });

  it('count from the last end of a key', () => {
    const tombstones = new Tombstones();
    tombstones.add('a', 0);
    tombstones.add('b', 10_000);
    tombstones.add('a', 20_000);
    tombstones.add('c', 45_000);
    expect(['a', 'b'].map((key) => tombstones.has(key))).toEqual([true, false]);
  });
});

import type { Sample } from './sample.js';
import { unevenness } from './unevenness.js';

const samples = (each: (i: number) => Partial<Sample>): Sample[] =>
  Array.from({ length: 12 }, (_, i) => ({
    ...{ atMs: i * 1000, events: i * 1000, heap: 20e6, handles: 3, timers: 20, sessions: 1 },
    channels: 10,
    ...each(i),
  }));

describe('unevenness', () => {
  it('finds nothing in what goes up and down a little', () => {
    expect(
      unevenness(samples((i) => ({ heap: 20e6 + (i % 3) * 4e5, timers: 15 + (i % 5) }))),
    ).toEqual([]);
  });

  it('finds a heap that grows', () => {
    expect(unevenness(samples((i) => ({ heap: 20e6 + i * 2e5 })))).toEqual([
      'the heap grew from 20.40 to 22.00 MB',
    ]);
  });

  it('finds timers, handles and sessions that stay', () => {
    expect(
      unevenness(
        samples((i) => ({ timers: 20 + i * 5, handles: 3 + (i > 8 ? 1 : 0), sessions: i })),
      ),
    ).toEqual([
      'timers became more: 30, then 70',
      'handles were not the same: 3, 4',
      'sessions were not the same: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11',
    ]);
  });

  it('bears a single outlier', () => {
    expect(unevenness(samples((i) => ({ heap: i === 11 ? 40e6 : 20e6 })))).toEqual([]);
  });
});

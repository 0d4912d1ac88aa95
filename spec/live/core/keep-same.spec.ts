import { keepSame } from '../../../lib/live/core/keep-same.js';

describe('keepSame', () => {
  it('keeps what is known where the new says the same', () => {
    const known = { a: 1, b: undefined as number | undefined };
    expect(keepSame(known, { a: 1, b: undefined })).toBe(known);
  });

  it('takes the new where anything differs, or nothing is known', () => {
    const known = { a: 1, b: undefined as number | undefined };
    const value = { a: 1, b: 2 };
    expect(keepSame(known, value)).toBe(value);
    expect(keepSame(undefined, value)).toBe(value);
  });

  it('compares what is within by reference', () => {
    const [list, copy] = [[1], [1]];
    const known = { list };
    expect(keepSame(known, { list })).toBe(known);
    expect(keepSame(known, { list: copy }).list).toBe(copy);
  });
});

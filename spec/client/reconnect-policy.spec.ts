import fc from 'fast-check';
import { backoffDelay, defaultReconnect } from '../../lib/client/reconnect-policy.js';

describe('backoffDelay', () => {
  it('doubles the ceiling up to the maximum', () => {
    const policy = { ...defaultReconnect, jitter: 'none' } as const;
    const delays = [0, 1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffDelay(policy, attempt, 0.5));
    expect(delays).toEqual([1000, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('spreads over everything below the ceiling with full jitter', () => {
    expect(backoffDelay(defaultReconnect, 4, 0)).toBe(0);
    expect(backoffDelay(defaultReconnect, 4, 0.25)).toBe(2000);
    expect(backoffDelay(defaultReconnect, 4, 1)).toBe(8000);
  });

  it('never passes the maximum, after however many attempts', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const delay = backoffDelay(defaultReconnect, attempt, random);
        return delay >= 0 && delay <= defaultReconnect.maxDelayMs;
      }),
    );
  });
});

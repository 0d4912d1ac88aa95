import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { ownText } from '../../../lib/live/core/own-text.js';

describe('ownText', () => {
  it('gives the same text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(ownText(text)).toBe(text);
      }),
    );
  });

  it('keeps no text alive that it was cut from', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const megabytes = (): number => {
      // The second takes what only the first lets go.
      collect();
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return (heapUsed + external) / 2 ** 20;
    };
    const cut = (copy: (text: string) => string): string[] =>
      Array.from({ length: 100 }, (_, i) => {
        const received = Buffer.alloc(2 ** 20, `PJSIP/alice-${String(i)} `).toString('latin1');
        return copy(received.slice(100, 120));
      });
    const before = megabytes();
    const owned = cut(ownText);
    const between = megabytes();
    // To see that it would be otherwise: else this says nothing.
    const pinned = cut((text) => text);
    const after = megabytes();
    expect(between - before).toBeLessThan(50);
    expect(after - between).toBeGreaterThan(50);
    expect(owned).toEqual(pinned);
  }, 30_000);
});

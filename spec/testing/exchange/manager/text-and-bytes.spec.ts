import fc from 'fast-check';
import { decodeBytes } from '../../../../lib/testing/exchange/manager/decode-bytes.js';
import { encodeText, hasStrayBytes } from '../../../../lib/testing/exchange/manager/encode-text.js';

describe('text and bytes of the manager', () => {
  it('turn into each other and back, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(Buffer.from(encodeText(decodeBytes(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('read UTF-8 as what it says, also beside bytes that are none', () => {
    const bytes = Buffer.concat([Buffer.from('é€😀'), Buffer.from([0xe9]), Buffer.from('ü')]);

    expect(decodeBytes(Buffer.from('José 😀'))).toBe('José 😀');
    expect(decodeBytes(bytes)).toBe('é€😀\udce9ü');
  });

  it('tell which text holds bytes that are no UTF-8', () => {
    expect(hasStrayBytes(decodeBytes(Buffer.from([0x4a, 0xe9])))).toBe(true);
    expect(hasStrayBytes('José 😀')).toBe(false);
  });
});

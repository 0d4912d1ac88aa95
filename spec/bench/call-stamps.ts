/** What tells one recorded call from another: eight digits within each of its ids. */
const IDS = [
  // Of a Uniqueid, which begins with the second.
  /(?<=\b1\d)\d{8}(?=\.\d)/g,
  // Of a Local channel, by which its halves belong together.
  /(?<=-)[\da-f]{8}(?=;[12])/g,
  // Of a bridge.
  /(?<=[\da-f]{8}(?:-[\da-f]{4}){4})[\da-f]{8}\b/g,
];

const LENGTH = 8;
const ZERO = 0x30;

/** Gives a recorded call that is sent again new ids, as an exchange would: no id comes twice. */
export class CallStamps {
  private readonly offsets: readonly number[];
  private readonly digits = new Uint8Array(LENGTH);

  /** @param bytes - Where calls are recorded; their lengths stay the same. */
  constructor(private readonly bytes: Buffer) {
    const text = bytes.toString('latin1');
    this.offsets = IDS.flatMap((id) => [...text.matchAll(id)].map(({ index }) => index));
  }

  /** Writes the ids of a certain call: another number is another call. */
  stamp(call: number): void {
    const { bytes, digits } = this;
    for (let i = LENGTH - 1, left = call; i >= 0; i--, left = Math.floor(left / 10)) {
      digits[i] = ZERO + (left % 10);
    }
    for (const offset of this.offsets) bytes.set(digits, offset);
  }
}

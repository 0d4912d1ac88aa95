const strayByte = /([\udc80-\udcff])/u;

/** Text as the bytes that it stands for, those of no character included: see `decodeBytes`. */
export function encodeText(text: string): Uint8Array {
  if (!hasStrayBytes(text)) return Buffer.from(text, 'utf8');
  const pieces = text
    .split(strayByte)
    .map((piece) =>
      strayByte.test(piece) ? Buffer.from([piece.charCodeAt(0) - 0xdc00]) : Buffer.from(piece),
    );
  return Buffer.concat(pieces);
}

/** Whether text holds bytes that are no UTF-8. */
export function hasStrayBytes(text: string): boolean {
  return strayByte.test(text);
}

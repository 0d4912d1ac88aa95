/* eslint-disable jest/no-export -- to make cases is what this module is for */
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { LineOptions, MessageOptions } from '../../lib/wire/index.js';
import { parse } from './parse.js';
import type { Parsed } from './parse.js';

/** Bytes, one at a time. */
export function byteByByte(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
}

/** Bytes, cut at random places. */
export function randomCuts(bytes: Uint8Array): fc.Arbitrary<Uint8Array[]> {
  return fc.array(fc.nat({ max: bytes.length }), { maxLength: 20 }).map((places) => {
    const edges = [0, ...places.sort((a, b) => a - b), bytes.length];
    return edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge));
  });
}

/**
 * A case of the parser that holds however the network cuts the bytes: it runs with all of them at
 * once, byte by byte, and at random cuts.
 */
export function everyCut(
  title: string,
  input: string | Uint8Array,
  check: (parsed: Parsed) => void,
  options: LineOptions & MessageOptions = {},
): void {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  it(`${title}: whole`, () => {
    check(parse([bytes], options));
  });
  it(`${title}: byte by byte`, () => {
    check(parse(byteByByte(bytes), options));
  });
  it(`${title}: at random cuts`, () => {
    fc.assert(
      fc.property(randomCuts(bytes), (chunks) => {
        check(parse(chunks, options));
      }),
      { numRuns: 20 },
    );
  });
}

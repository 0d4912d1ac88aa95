import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { AmiEvent } from '../../../lib/wire/index.js';

const garbage = fc.oneof(fc.constant(''), fc.constant(':'), fc.string({ maxLength: 20 }));

/** Some of these events, each with a line taken away, moved to the end, or put in. */
export function garbledEvents(events: readonly AmiEvent[]): Arbitrary<AmiEvent[]> {
  const garbled = fc
    .tuple(fc.nat(events.length - 1), fc.nat(40), fc.constantFrom('drop', 'move', 'put'), garbage)
    .map(([at, line, how, text]) => {
      const [name = '', ...lines] = events[at]?.lines ?? [];
      const i = line % (lines.length + 1);
      const [taken] = lines.splice(i, 1);
      if (how === 'move' && taken !== undefined) lines.push(taken);
      if (how === 'put') lines.splice(i, 0, text);
      return new AmiEvent([name, ...lines]);
    });
  return fc.array(garbled, { maxLength: 60 });
}

import type { PlainEvent } from './plain-event.js';

/** Whose event it is: order is kept among the events of one source only. */
export interface Source {
  /** Such as `Channel Local/100@default-#1;1`. */
  readonly name: string;
  /** Fields that say no more than the source does. */
  readonly fields: readonly string[];
}

/** Fields that name a source, with what kind it is. The first that is there tells the most. */
const kinds: readonly (readonly [field: string, kind: string, ...more: string[]])[] = [
  ['Channel', 'Channel', 'Uniqueid'],
  ['DestChannel', 'Channel', 'DestUniqueid'],
  ['LocalOneChannel', 'Channel', 'LocalOneUniqueid'],
  ['LocalTwoChannel', 'Channel', 'LocalTwoUniqueid'],
  ['TransfererChannel', 'Channel', 'TransfererUniqueid'],
  ['OrigTransfererChannel', 'Channel', 'OrigTransfererUniqueid'],
  ['ParkeeChannel', 'Channel', 'ParkeeUniqueid'],
  ['BridgeUniqueid', 'Bridge'],
  ['ToBridgeUniqueid', 'Bridge'],
  ['Queue', 'Queue'],
];

/** Whose event it is, first the one that tells the most; the exchange itself if nobody's. */
export function sourcesOf(event: PlainEvent): readonly [Source, ...Source[]] {
  const [first, ...others] = kinds.flatMap(([field, kind, ...more]) => {
    const value = event.get(field);
    return value === undefined ? [] : [{ name: `${kind} ${value}`, fields: [field, ...more] }];
  });
  return first === undefined ? [{ name: 'Exchange', fields: [] }] : [first, ...others];
}

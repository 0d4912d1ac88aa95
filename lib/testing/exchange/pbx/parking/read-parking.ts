import { isFalse, isTrue } from '../is-true.js';
import { readConfig } from '../read-config.js';

/** A parking lot as res_parking.conf describes it. */
export interface ParkingLotConfig {
  readonly name: string;
  /** The extension that parks whoever calls it; without one, there are no extensions at all. */
  readonly parkExten: string;
  readonly first: number;
  readonly last: number;
  readonly context: string;
  /** How long somebody stays, in seconds; 0 for ever. */
  readonly parkingTime: number;
  readonly comebackToOrigin: boolean;
  readonly comebackDialTime: number;
  readonly comebackContext: string;
  /** Whether the spaces are used one after the other, or the first that is free. */
  readonly usesNext: boolean;
  readonly musicClass: string;
  /** Whether the spaces have hints. */
  readonly hasHints: boolean;
}

/** The lots of res_parking.conf; there is always one called `default`. */
export function readParking(text: string): ParkingLotConfig[] {
  const lots = readConfig(text)
    .filter(({ name }) => name !== 'general')
    .map(({ name, entries }) => readLot(name, new Map(entries)));
  return lots.some(({ name }) => name === 'default')
    ? lots
    : [readLot('default', new Map([['parkext', '700']])), ...lots];
}

function readLot(name: string, options: ReadonlyMap<string, string>): ParkingLotConfig {
  const [first = 701, last = 750] = (options.get('parkpos') ?? '701-720').split('-').map(Number);
  return {
    ...{ name, first, last },
    parkExten: options.get('parkext') ?? '',
    context: options.get('context') ?? 'parkedcalls',
    parkingTime: Number(options.get('parkingtime') ?? 45),
    comebackToOrigin: !isFalse(options.get('comebacktoorigin') ?? 'yes'),
    comebackDialTime: Number(options.get('comebackdialtime') ?? 30),
    comebackContext: options.get('comebackcontext') ?? 'parkedcallstimeout',
    usesNext: options.get('findslot') === 'next',
    musicClass: options.get('parkedmusicclass') ?? 'default',
    hasHints: isTrue(options.get('parkinghints') ?? ''),
  };
}

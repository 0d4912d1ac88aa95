import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readNumber, readText } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import type { ParkedCall } from './parked-call.js';
import { readParty } from '../core/read-party.js';

/** Asterisk counts in whole seconds, and a list may be a while under way. */
const TOLERANCE_MS = 5000;
/** What is left is unsigned in Asterisk: less than nothing is more than a century. */
const MOST_SECONDS = 2 ** 31;

/** Reads a call that is parked, from an event or an entry of `ParkedCalls`; nonsense is `undefined`. */
export function readParkedCall(
  event: AmiEvent,
  known: ParkedCall | undefined,
  at: number,
): ParkedCall | undefined {
  const id = event.get('ParkeeUniqueid') ?? '';
  const lot = event.get('Parkinglot') ?? '';
  const space = readNumber(event, 'ParkingSpace');
  if (id === '' || lot === '' || space === undefined) return undefined;
  const duration = readNumber(event, 'ParkingDuration') ?? 0;
  const left = readNumber(event, 'ParkingTimeout') ?? 0;
  // Nothing left of nothing is a call that stays as long as it likes.
  const isLimited = left < MOST_SECONDS && left + duration > 0;
  return keepSame(known, {
    id: known?.id ?? ownText(id),
    channel: readText(event, 'ParkeeChannel') ?? '',
    caller: readParty(event, 'ParkeeCallerID', known?.caller),
    lot: ownText(lot),
    space,
    parker: readText(event, 'ParkerDialString'),
    parkedAt: keepClose(known?.parkedAt, at - duration * 1000),
    timeoutAt: isLimited ? keepClose(known?.timeoutAt, at + left * 1000) : undefined,
  });
}

function keepClose(known: number | undefined, value: number): number {
  return known !== undefined && Math.abs(known - value) <= TOLERANCE_MS ? known : value;
}

import type { AmiEvent } from '../../wire/index.js';
import type { Party } from '../channels/channel.js';
import { readText } from './read-value.js';
import { keepSame } from './keep-same.js';

/** The name and the number in two fields of an event, such as `ParkeeCallerIDNum` and `…Name`. */
export function readParty(event: AmiEvent, prefix: string, known: Party | undefined): Party {
  return keepSame(known, {
    number: readText(event, `${prefix}Num`),
    name: readText(event, `${prefix}Name`),
  });
}

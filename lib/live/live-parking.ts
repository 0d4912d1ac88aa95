import type { AmiClient } from '../client/index.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import type { ParkedCall } from './parking/parked-call.js';
import { parkingKind } from './parking/parking-model.js';
import { parkingLotKind } from './parking/parking-lot-model.js';
import type { ParkingLot } from './parking/parking-lot.js';

/**
 * The calls that are parked on an exchange, by the Uniqueid of who is parked: in which lot and space,
 * since when and until when.
 *
 * Read from `ParkedCalls`, kept by the parking events of Asterisk's `res_parking`. A call is `removed`
 * when it is picked up, times out or hangs up; the event that is the cause says which. See {@link Live}
 * for when the streams emit, error and complete; unsubscribing from all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveParking } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveParking(ami).values$.subscribe((calls) => {
 *   for (const { space, caller } of calls.values()) console.log(space, caller.number);
 * });
 * ```
 */
export function liveParking(ami: AmiClient, options?: LiveOptions): Live<ParkedCall> {
  return liveOf(ami, parkingKind, options);
}

/**
 * The parking lots of an exchange, by name: their spaces, and how long a call may stay.
 *
 * Read from `Parkinglots` of Asterisk's `res_parking`; no event tells of them, so that changes are
 * found after a reload, by the checks, and when a call is parked in a lot that is not known. See
 * {@link Live} for when the streams emit, error and complete; unsubscribing from all of them ends the
 * tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveParkingLots } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveParkingLots(ami)
 *   .watch('default')
 *   .subscribe((lot) => console.log(lot?.firstSpace, lot?.lastSpace));
 * ```
 */
export function liveParkingLots(ami: AmiClient, options?: LiveOptions): Live<ParkingLot> {
  return liveOf(ami, parkingLotKind, options);
}

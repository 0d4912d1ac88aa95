import type { ParkOptions } from '../../../../../lib/testing/exchange/pbx/parking/parked-call.js';
import type { PbxOptions } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import { PbxLab } from '../support/pbx-lab.js';

/** Extensions that park, and that talk to somebody. */
export const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => dials,1,Dial(Local/stays@default/n,10)
exten => parks,1,Park()
exten => parksbriefly,1,Park(default,t(2)c(default,comeback,1))
exten => parksnowhere,1,Park(nowhere)
 same => n,NoOp(over)
exten => comeback,1,Wait(60)
exten => fetches,1,ParkedCall(default)
`;
/** What tells of parking. */
export const wanted = {
  BridgeEnter: ['CallerIDNum', 'BridgeType', 'BridgeNumChannels'],
  BridgeLeave: ['CallerIDNum', 'BridgeType', 'BridgeNumChannels'],
  MusicOnHoldStart: ['CallerIDNum', 'Class'],
  MusicOnHoldStop: ['CallerIDNum'],
  ParkedCall: ['ParkeeCallerIDNum', 'ParkerDialString', 'ParkingSpace', 'ParkingTimeout'],
  ParkedCallGiveUp: ['ParkeeCallerIDNum', 'ParkingSpace', 'ParkingTimeout', 'ParkingDuration'],
  ParkedCallTimeOut: ['ParkeeCallerIDNum', 'ParkeeContext', 'ParkeeExten', 'ParkingDuration'],
  UnParkedCall: ['ParkeeCallerIDNum', 'RetrieverCallerIDNum', 'ParkingSpace'],
};
/** Where somebody is who stays. */
export const near = 'Local/stays@default/n';

/** Somebody is called, and gets an extension when he answers. */
export function labWith(exten: string, options: PbxOptions = {}): PbxLab {
  const lab = new PbxLab({ dialplan, ...options });
  lab.call(near, exten, { number: '1' });
  return lab;
}

/** The channel whose caller has a number. */
export function channelOf(lab: PbxLab, number: string) {
  return [...lab.pbx.channels.values()].find(
    ({ caller, name }) => caller.number === number && name.endsWith(';1'),
  )!;
}

/** Two talk, and the one who was called is parked. */
export function withParkedCallee(options: ParkOptions = {}, pbxOptions: PbxOptions = {}): PbxLab {
  const lab = labWith('dials', pbxOptions);
  lab.heard(1000, {});
  lab.pbx.parking.park(channelOf(lab, 'dials'), 'default', options);
  return lab;
}

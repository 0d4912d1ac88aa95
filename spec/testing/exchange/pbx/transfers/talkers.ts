import type { Channel } from '../../../../../lib/testing/exchange/pbx/channel.js';
import type { PbxOptions } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import { PbxLab } from '../support/pbx-lab.js';

/** Extensions that are called, that call, and that are gone to. */
const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => elsewhere,1,Wait(60)
exten => rings,1,Ringing()
 same => n,Wait(60)
exten => busy,1,Wait(0.2)
 same => n,Busy(1)
exten => brief,1,Wait(0.2)
 same => n,Answer()
 same => n,Wait(1)
exten => dials,1,Dial(Local/stays@default/n,10)
exten => dialsrings,1,Dial(Local/rings@default/n,10)
exten => dialsboth,1,Dial(Local/stays@default,10)
exten => relays,1,Dial(Local/dials@default,10)
exten => relaysn,1,Dial(Local/dials@default/n,10)
exten => picksup,1,Pickup(dialsrings@default)
 same => n,NoOp(nobody)
exten => picksupchannel,1,PickupChan(nobody&Local/rings@default-00000001;1)
 same => n,NoOp(nobody)
exten => room,1,ConfBridge(room)
`;

/** What is told of who meets whom. */
export const meetings = {
  BridgeCreate: ['BridgeNumChannels'],
  BridgeDestroy: ['BridgeNumChannels'],
  BridgeEnter: ['CallerIDNum', 'BridgeNumChannels'],
  BridgeLeave: ['CallerIDNum', 'BridgeNumChannels'],
  BridgeMerge: ['ToBridgeNumChannels', 'FromBridgeNumChannels'],
  Hold: ['CallerIDNum'],
  MusicOnHoldStart: ['CallerIDNum'],
  MusicOnHoldStop: ['CallerIDNum'],
  NewConnectedLine: ['CallerIDNum', 'ConnectedLineNum'],
  Unhold: ['CallerIDNum'],
};

/** Somebody of number 1 who has called an extension, a second ago. */
export function caller(exten: string, options: PbxOptions = {}): PbxLab {
  const lab = new PbxLab({ dialplan, ...options });
  lab.call('Local/stays@default/n', exten, { number: '1' });
  lab.heard(1000, {});
  return lab;
}

/** The channel of the exchange towards whoever has a number. */
export function channelOf(lab: PbxLab, number: string): Channel {
  const found = [...lab.pbx.channels.values()].find(
    (channel) => channel.caller.number === number && channel.name.endsWith(';1'),
  );
  if (found === undefined) throw new Error(`There is no channel of ${number}`);
  return found;
}

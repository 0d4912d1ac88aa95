import { PbxLab } from '../support/pbx-lab.js';

const conferences = `[chair]
type = user
admin = yes
marked = yes
[guest]
type = user
wait_marked = yes
end_marked = yes
music_on_hold_when_empty = yes
[silent]
type = user
startmuted = yes
[lonely]
type = user
music_on_hold_when_empty = yes
music_on_hold_class = jazz
[small]
type = bridge
max_members = 1
[taped]
type = bridge
record_conference = yes
`;
const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => room,1,ConfBridge(room)
 same => n,NoOp(\${CONFBRIDGE_RESULT})
 same => n,Wait(60)
exten => chair,1,ConfBridge(room,,chair)
exten => guest,1,ConfBridge(room,,guest)
exten => silent,1,ConfBridge(room,,silent)
exten => lonely,1,ConfBridge(room,,lonely)
exten => small,1,ConfBridge(small,small)
exten => taped,1,ConfBridge(taped,taped)
exten => none,1,ConfBridge()
exten => noprofile,1,ConfBridge(room,,nobody)
`;
/** What tells of conferences. */
export const wanted = {
  BridgeCreate: ['BridgeTechnology', 'BridgeNumChannels'],
  BridgeDestroy: ['BridgeName', 'BridgeNumChannels'],
  BridgeEnter: ['CallerIDNum', 'BridgeNumChannels'],
  BridgeLeave: ['CallerIDNum', 'BridgeNumChannels'],
  ConfbridgeEnd: ['Conference', 'BridgeNumChannels'],
  ConfbridgeJoin: ['CallerIDNum', 'BridgeNumChannels', 'Admin', 'Muted'],
  ConfbridgeLeave: ['CallerIDNum', 'BridgeNumChannels', 'Admin'],
  ConfbridgeStart: ['Conference', 'BridgeNumChannels'],
};
/** What tells of music. */
export const music = {
  MusicOnHoldStart: ['CallerIDNum', 'Class'],
  MusicOnHoldStop: ['CallerIDNum'],
};
const variables = { VarSet: ['CallerIDNum', 'Variable', 'Value'] };

/** A PBX, and somebody who is called and gets an extension. */
export function withCaller(exten: string, number = '1'): PbxLab {
  const lab = new PbxLab({ dialplan, conferences });
  lab.call('Local/stays@default/n', exten, { number });
  return lab;
}

/** Somebody else is called, and gets an extension. */
export function join(lab: PbxLab, exten: string, number: string): void {
  lab.call('Local/stays@default/n', exten, { number });
  lab.heard(1000, {});
}

/** Somebody hangs up. */
export function hangUp(lab: PbxLab, number: string): void {
  channelOf(lab, number).endSoon();
}

/** The channel whose caller has a number. */
export function channelOf(lab: PbxLab, number: string) {
  return [...lab.pbx.channels.values()].find(
    ({ caller, name }) => caller.number === number && name.endsWith(';1'),
  )!;
}

/** What the users' channels say, and not those that they are called by. */
export function resultsOf(lab: PbxLab, ms: number): string[] {
  return lab.heard(ms, variables).filter((line) => line.includes('CONFBRIDGE_RESULT'));
}

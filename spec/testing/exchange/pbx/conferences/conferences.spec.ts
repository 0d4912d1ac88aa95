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
const wanted = {
  BridgeCreate: ['BridgeTechnology', 'BridgeNumChannels'],
  BridgeDestroy: ['BridgeName', 'BridgeNumChannels'],
  BridgeEnter: ['CallerIDNum', 'BridgeNumChannels'],
  BridgeLeave: ['CallerIDNum', 'BridgeNumChannels'],
  ConfbridgeEnd: ['Conference', 'BridgeNumChannels'],
  ConfbridgeJoin: ['CallerIDNum', 'BridgeNumChannels', 'Admin', 'Muted'],
  ConfbridgeLeave: ['CallerIDNum', 'BridgeNumChannels', 'Admin'],
  ConfbridgeStart: ['Conference', 'BridgeNumChannels'],
};
const music = { MusicOnHoldStart: ['CallerIDNum', 'Class'], MusicOnHoldStop: ['CallerIDNum'] };
const variables = { VarSet: ['CallerIDNum', 'Variable', 'Value'] };

function withCaller(exten: string, number = '1'): PbxLab {
  const lab = new PbxLab({ dialplan, conferences });
  lab.call('Local/stays@default/n', exten, { number });
  return lab;
}

function join(lab: PbxLab, exten: string, number: string): void {
  lab.call('Local/stays@default/n', exten, { number });
  lab.heard(1000, {});
}

function hangUp(lab: PbxLab, number: string): void {
  channelOf(lab, number).endSoon();
}

function channelOf(lab: PbxLab, number: string) {
  return [...lab.pbx.channels.values()].find(
    ({ caller, name }) => caller.number === number && name.endsWith(';1'),
  )!;
}

/** What the users' channels say, and not those that they are called by. */
function resultsOf(lab: PbxLab, ms: number): string[] {
  return lab.heard(ms, variables).filter((line) => line.includes('CONFBRIDGE_RESULT'));
}

describe('A conference', () => {
  it('begins with the first who joins, in whose bridge somebody announces', () => {
    expect(withCaller('room').heard(1000, wanted)).toEqual([
      'BridgeCreate softmix 0',
      'ConfbridgeStart room 1',
      'BridgeEnter 1 2',
      'ConfbridgeJoin 1 2 No No',
    ]);
  });

  it('takes more, who keep their Linkedid', () => {
    const lab = withCaller('room');
    lab.heard(1000, {});
    lab.call('Local/stays@default/n', 'room', { number: '2' });
    expect(lab.heard(1000, wanted)).toEqual(['BridgeEnter 2 3', 'ConfbridgeJoin 2 3 No No']);
    const [one, two] = [channelOf(lab, '1'), channelOf(lab, '2')];
    expect([one.linkedid, two.linkedid]).toEqual([one.uniqueid, two.uniqueid]);
  });

  it('tells everybody who the others are, who announces first', () => {
    const lab = withCaller('room');
    lab.heard(1000, {});
    join(lab, 'room', '2');
    expect(channelOf(lab, '1').variables.get('BRIDGEPEER')).toBe(
      'CBAnn/room-00000001;2,Local/stays@default-00000002;1',
    );
    hangUp(lab, '2');
    lab.heard(100, {});
    expect(channelOf(lab, '1').variables.get('BRIDGEPEER')).toBe('CBAnn/room-00000001;2');
  });

  it('ends with the last who leaves', () => {
    const lab = withCaller('room');
    lab.heard(1000, {});
    hangUp(lab, '1');
    expect(lab.heard(100, wanted)).toEqual([
      'ConfbridgeLeave 1 2 No',
      'BridgeLeave 1 1',
      'ConfbridgeEnd room 1',
      'BridgeDestroy room 0',
    ]);
    expect([lab.pbx.conferences.all.size, lab.pbx.bridges.all.size]).toEqual([0, 0]);
  });

  it('is a device in use while it lasts', () => {
    const lab = withCaller('room');
    const states = { DeviceStateChange: ['Device', 'State'] };
    const ofRoom = (line: string) => line.includes('confbridge:room');
    expect(lab.heard(1000, states).filter(ofRoom)).toEqual([
      'DeviceStateChange confbridge:room INUSE',
    ]);
    hangUp(lab, '1');
    expect(lab.heard(1000, states).filter(ofRoom)).toEqual([
      'DeviceStateChange confbridge:room NOT_INUSE',
    ]);
  });

  it('lets whoever is thrown out go on in the dialplan, and knows why', () => {
    const lab = withCaller('room');
    join(lab, 'room', '2');
    lab.pbx.conferences.all.get('room')?.users[0]?.expel('KICKED');
    expect(
      lab.heard(100, { ...wanted, Newexten: ['CallerIDNum', 'Application', 'AppData'] }),
    ).toEqual([
      'ConfbridgeLeave 1 3 No',
      'BridgeLeave 1 2',
      'Newexten 1 NoOp KICKED',
      'Newexten 1 Wait 60',
    ]);
  });

  it('says of whoever hangs up, or is sent elsewhere, that he hung up', () => {
    const lab = withCaller('room');
    join(lab, 'room', '2');
    hangUp(lab, '1');
    expect(resultsOf(lab, 100)).toEqual(['VarSet 1 CONFBRIDGE_RESULT HANGUP']);
    channelOf(lab, '2').moveTo({ context: 'default', exten: 'stays', priority: 2 });
    expect(resultsOf(lab, 100)).toEqual(['VarSet 2 CONFBRIDGE_RESULT HANGUP']);
    expect(channelOf(lab, '2').application).toBe('Wait');
  });
});

describe('The profiles of a conference', () => {
  it('let guests wait, with music, until somebody marked comes', () => {
    const lab = withCaller('guest');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStart 1 default']);
    const conference = lab.pbx.conferences.all.get('room');
    expect(conference?.users.map(({ isWaiting }) => isWaiting)).toEqual([true]);
    lab.call('Local/stays@default/n', 'chair', { number: '2' });
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStop 1']);
    // Those who waited come after those who are in it.
    const users = conference?.users.map(({ channel, isWaiting }) => [
      channel.caller.number,
      isWaiting,
    ]);
    expect(users).toEqual([
      ['2', false],
      ['1', false],
    ]);
  });

  it('send guests away when the last who is marked has left', () => {
    const lab = withCaller('chair');
    join(lab, 'guest', '2');
    hangUp(lab, '1');
    expect(resultsOf(lab, 100)).toEqual([
      'VarSet 2 CONFBRIDGE_RESULT ENDMARKED',
      'VarSet 1 CONFBRIDGE_RESULT HANGUP',
    ]);
    expect(lab.pbx.conferences.all.size).toBe(0);
  });

  it('tell who chairs, and who is mute from the start', () => {
    const lab = withCaller('chair');
    join(lab, 'silent', '2');
    expect(
      lab.pbx.conferences.all
        .get('room')
        ?.users.map(({ profile, isMuted }) => [profile.isAdmin, isMuted]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('play music of their class to whoever is alone', () => {
    const lab = withCaller('lonely');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStart 1 jazz']);
    lab.call('Local/stays@default/n', 'room', { number: '2' });
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStop 1']);
    hangUp(lab, '2');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStart 1 jazz']);
    hangUp(lab, '1');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStop 1']);
  });

  it('have a conference recorded from its beginning', () => {
    const lab = withCaller('taped');
    const records = { ConfbridgeRecord: ['Conference', 'BridgeNumChannels'] };
    expect(lab.heard(1000, records)).toEqual(['ConfbridgeRecord taped 2']);
  });
});

describe('Somebody who can not join', () => {
  it('as it is full, is told so first', () => {
    const lab = withCaller('small');
    lab.heard(1000, {});
    lab.call('Local/stays@default/n', 'small', { number: '2' });
    expect(resultsOf(lab, 1900)).toEqual([]);
    expect(resultsOf(lab, 1000)).toEqual(['VarSet 2 CONFBRIDGE_RESULT FAILED']);
  });

  it('as it is locked, neither, except for an admin', () => {
    const lab = withCaller('room');
    lab.heard(1000, {});
    const conference = lab.pbx.conferences.all.get('room')!;
    conference.isLocked = true;
    join(lab, 'room', '2');
    join(lab, 'chair', '3');
    expect(conference.users.map(({ channel }) => channel.caller.number)).toEqual(['1', '3']);
  });

  it.each(['none', 'noprofile'])('as there is %s, fails at once', (exten) => {
    const lab = withCaller(exten);
    expect(resultsOf(lab, 100)).toEqual(['VarSet 1 CONFBRIDGE_RESULT FAILED']);
    expect(lab.pbx.channels.size).toBe(0);
  });
});

describe('Somebody in a conference', () => {
  it('is said to talk once, and once no more', () => {
    const lab = withCaller('room');
    lab.heard(1000, {});
    const conference = lab.pbx.conferences.all.get('room')!;
    const [user] = conference.users;
    for (const isTalking of [true, true, false]) conference.hear(user!, isTalking);
    expect(lab.heard(0, { ConfbridgeTalking: ['CallerIDNum', 'TalkingStatus', 'Admin'] })).toEqual([
      'ConfbridgeTalking 1 on No',
      'ConfbridgeTalking 1 off No',
    ]);
  });
});

import { channelOf, hangUp, join, resultsOf, wanted, withCaller } from './conference-lab.js';

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

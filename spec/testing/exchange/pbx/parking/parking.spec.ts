import { channelOf, labWith, near, wanted, withParkedCallee } from './parking-lab.js';

describe('Parking', () => {
  it('lets somebody who is parked hear music, in a bridge that stays', () => {
    const lab = labWith('parks');
    expect(lab.heard(1000, wanted)).toEqual([
      'ParkedCall 1 Local/stays@default 701 45',
      'BridgeEnter 1 parking 1',
      'MusicOnHoldStart 1 default',
    ]);
    expect(lab.pbx.devices.stateOf('park:701@parkedcalls')).toBe('INUSE');
    channelOf(lab, '1').endSoon();
    expect(lab.heard(100, wanted)).toEqual([
      'MusicOnHoldStop 1',
      'ParkedCallGiveUp 1 701 44 1',
      'BridgeLeave 1 parking 0',
    ]);
    expect(lab.pbx.devices.stateOf('park:701@parkedcalls')).toBe('NOT_INUSE');
    expect([...lab.pbx.bridges.all.values()].map(({ init }) => init.type)).toEqual(['parking']);
  });

  it('gives everybody the first space that is free', () => {
    const lab = labWith('parks');
    for (const number of ['2', '3']) lab.call(near, 'parks', { number });
    lab.heard(1000, {});
    channelOf(lab, '2').endSoon();
    lab.heard(100, {});
    lab.call(near, 'parks', { number: '4' });
    expect(lab.heard(1000, { ParkedCall: ['ParkingSpace'] })).toEqual(['ParkedCall 702']);
  });

  it('gives everybody the next space, if the lot says so', () => {
    const parking = '[default]\nparkpos => 701-702\nfindslot => next\n';
    const lab = labWith('parks', { parking });
    lab.heard(1000, {});
    channelOf(lab, '1').endSoon();
    lab.call(near, 'parks', { number: '2' });
    expect(lab.heard(1000, { ParkedCall: ['ParkingSpace'] })).toEqual(['ParkedCall 702']);
    lab.call(near, 'parks', { number: '3' });
    expect(lab.heard(1000, { ParkedCall: ['ParkingSpace'] })).toEqual(['ParkedCall 701']);
  });

  it('goes on in the dialplan where there is no such lot', () => {
    const lab = labWith('parksnowhere');
    const steps = lab.heard(3000, { ParkedCall: [], Newexten: ['CallerIDNum', 'Application'] });
    expect(steps.at(-1)).toBe('Newexten 1 NoOp');
  });

  it('is no more than the lot has room for', () => {
    const lab = labWith('parks', { parking: '[default]\nparkpos => 701-701\n' });
    lab.call(near, 'dials', { number: '2' });
    lab.heard(1000, {});
    expect(lab.pbx.parking.park(channelOf(lab, '2'), 'default')).toBeUndefined();
    expect(channelOf(lab, '2').bridge?.init.type).toBe('basic');
  });
});

describe('Somebody who is parked out of a call', () => {
  it('leaves the other one, who goes', () => {
    const lab = withParkedCallee();
    expect(lab.heard(100, wanted)).toEqual([
      'ParkedCall dials Local/stays@default 701 45',
      'BridgeLeave dials basic 1',
      'BridgeEnter dials parking 1',
      'MusicOnHoldStart dials default',
      'BridgeLeave 1 basic 0',
    ]);
    expect(channelOf(lab, 'dials').variables.has('BRIDGEPEER')).toBe(false);
  });

  it('is announced to the parker, who goes then', () => {
    const lab = withParkedCallee({ parker: 'Local/stays@default-00000000;1' });
    const leaves = { BridgeLeave: ['CallerIDNum', 'BridgeType'] };
    expect(lab.heard(2900, leaves)).toEqual(['BridgeLeave dials basic']);
    expect(lab.heard(200, leaves)).toEqual(['BridgeLeave 1 basic']);
  });

  it('has been transferred, until he is there', () => {
    const lab = withParkedCallee({ parker: 'Local/stays@default-00000000;1' });
    const transfers = lab
      .heard(100, { VarSet: ['CallerIDNum', 'Variable', 'Value'] })
      .filter((line) => line.includes('BLINDTRANSFER'));
    expect(transfers).toEqual([
      'VarSet dials BLINDTRANSFER Local/stays@default-00000000;1',
      'VarSet dials BLINDTRANSFER Local/stays@default-00000000;1',
      'VarSet dials BLINDTRANSFER ',
    ]);
  });

  it('while he waits elsewhere, leaves what he does', () => {
    const lab = labWith('stays');
    lab.heard(1000, {});
    const channel = channelOf(lab, '1');
    const call = lab.pbx.parking.park(channel, 'default', { timeLimit: 7 });
    expect([call?.space, call?.timeLimit]).toEqual([701, 7]);
    expect([channel.place.priority, channel.application]).toEqual([3, '']);
    expect(channel.bridge?.init.type).toBe('parking');
  });
});

describe('Fetching somebody who is parked', () => {
  it('is done by calling his space, and tells both whom they talk to', () => {
    const lab = labWith('parks');
    lab.heard(2000, {});
    lab.call(near, 'comeback', { number: '2' });
    lab.heard(1000, {});
    channelOf(lab, '2').moveTo({ context: 'parkedcalls', exten: '701', priority: 1 });
    const told = { ...wanted, NewConnectedLine: ['CallerIDNum', 'ConnectedLineNum'] };
    expect(lab.heard(100, told)).toEqual([
      'UnParkedCall 1 2 701',
      'MusicOnHoldStop 1',
      'BridgeLeave 1 parking 0',
      'BridgeEnter 1 basic 1',
      'BridgeEnter 2 basic 2',
      'NewConnectedLine 2 1',
      'NewConnectedLine 1 2',
    ]);
    channelOf(lab, '2').endSoon();
    lab.heard(100, {});
    expect(lab.pbx.channels.size).toBe(0);
  });

  it('without a space gets the first of all', () => {
    const lab = labWith('parks');
    lab.call(near, 'parks', { number: '2' });
    lab.call(near, 'fetches', { number: '3' });
    expect(lab.heard(1000, { UnParkedCall: ['ParkingSpace'] })).toEqual(['UnParkedCall 701']);
  });

  it('hangs up where nobody is', () => {
    const lab = labWith('fetches');
    lab.heard(3000, {});
    expect(lab.pbx.channels.size).toBe(0);
  });
});

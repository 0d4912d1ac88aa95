import { readParking } from '../../../../../lib/testing/exchange/pbx/parking/read-parking.js';
import type { ParkOptions } from '../../../../../lib/testing/exchange/pbx/parking/parked-call.js';
import type { AsteriskVersion, PbxOptions } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import { PbxLab } from '../support/pbx-lab.js';

const dialplan = `[default]
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
const wanted = {
  BridgeEnter: ['CallerIDNum', 'BridgeType', 'BridgeNumChannels'],
  BridgeLeave: ['CallerIDNum', 'BridgeType', 'BridgeNumChannels'],
  MusicOnHoldStart: ['CallerIDNum', 'Class'],
  MusicOnHoldStop: ['CallerIDNum'],
  ParkedCall: ['ParkeeCallerIDNum', 'ParkerDialString', 'ParkingSpace', 'ParkingTimeout'],
  ParkedCallGiveUp: ['ParkeeCallerIDNum', 'ParkingSpace', 'ParkingTimeout', 'ParkingDuration'],
  ParkedCallTimeOut: ['ParkeeCallerIDNum', 'ParkeeContext', 'ParkeeExten', 'ParkingDuration'],
  UnParkedCall: ['ParkeeCallerIDNum', 'RetrieverCallerIDNum', 'ParkingSpace'],
};
const near = 'Local/stays@default/n';

function labWith(exten: string, options: PbxOptions = {}): PbxLab {
  const lab = new PbxLab({ dialplan, ...options });
  lab.call(near, exten, { number: '1' });
  return lab;
}

function channelOf(lab: PbxLab, number: string) {
  return [...lab.pbx.channels.values()].find(
    ({ caller, name }) => caller.number === number && name.endsWith(';1'),
  )!;
}

/** Two talk, and the one who was called is parked. */
function withParkedCallee(options: ParkOptions = {}, pbxOptions: PbxOptions = {}): PbxLab {
  const lab = labWith('dials', pbxOptions);
  lab.heard(1000, {});
  lab.pbx.parking.park(channelOf(lab, 'dials'), 'default', options);
  return lab;
}

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

describe('The time of somebody who is parked', () => {
  const parking = '[default]\ncomebacktoorigin = no\ncomebackcontext = default\n';
  const after = { ...wanted, Newexten: ['CallerIDNum', 'Exten', 'Application'] };

  it('is over: he goes back to whoever parked him', () => {
    const lab = withParkedCallee({ timeLimit: 1 });
    lab.heard(500, {});
    const dialled = { DialBegin: ['CallerIDNum', 'Context', 'Exten', 'DialString'] };
    expect(lab.heard(1000, { ...after, ...dialled }).slice(0, 4)).toEqual([
      'ParkedCallTimeOut dials park-dial Local_stays@default 1',
      'MusicOnHoldStop dials',
      'BridgeLeave dials parking 0',
      'Newexten dials Local_stays@default AppDial',
    ]);
    expect(channelOf(lab, 'dials').bridge?.init.type).toBe('basic');
  });

  it('is over: he goes to an extension of the parker, to `s`, or to that of the context default', () => {
    const comebacks = [
      ['exten => Local_stays@default,1,Wait(60)', 'default Local_stays@default'],
      ['exten => s,1,Wait(60)', 'default s'],
      ['', 'default s'],
    ];
    for (const [extension, place] of comebacks) {
      const lab = withParkedCallee(
        { timeLimit: 1 },
        { parking, dialplan: `${dialplan}${extension ?? ''}\n` },
      );
      const timeOut = { ParkedCallTimeOut: ['ParkeeContext', 'ParkeeExten'] };
      expect(lab.heard(1500, timeOut)).toEqual([`ParkedCallTimeOut ${place ?? ''}`]);
    }
  });

  it('is over: he goes where Park was told', () => {
    const lab = labWith('parksbriefly');
    lab.heard(1500, {});
    expect(lab.heard(1000, after)).toEqual([
      'ParkedCallTimeOut 1 default comeback 2',
      'MusicOnHoldStop 1',
      'BridgeLeave 1 parking 0',
      'Newexten 1 comeback Park',
    ]);
  });

  it.each<[AsteriskVersion, string]>([
    ['16', 'PARKING_SPACE PARKINGSLOT PARKEDLOT PARKER PARKER_FLAT BRIDGE_FEATURES'],
    ['22', 'PARKING_SPACE PARKEDLOT PARKER PARKER_FLAT BRIDGE_FEATURES'],
  ])('leaves variables in version %s', (version, names) => {
    const lab = labWith('parksbriefly', { version });
    lab.heard(1500, {});
    expect(
      lab
        .heard(1000, { VarSet: ['Variable'] })
        .join(' ')
        .replaceAll('VarSet ', ''),
    ).toBe(names);
  });

  it('is over no more when he has been fetched', () => {
    const lab = labWith('parks');
    lab.call(near, 'fetches', { number: '2' });
    expect(lab.heard(60_000, { ParkedCallTimeOut: [] })).toEqual([]);
  });

  it('never is, if it is none', () => {
    const lab = withParkedCallee({ timeLimit: 0 });
    expect(lab.heard(100, { ParkedCall: ['ParkingTimeout'] })).toEqual(['ParkedCall 0']);
    expect(lab.heard(500_000, { ParkedCallTimeOut: [] })).toEqual([]);
  });
});

describe('A configuration of parking', () => {
  it('has a lot called default, with 701 to 720, if it says nothing else', () => {
    expect(readParking('')).toMatchObject([
      { name: 'default', parkExten: '700', first: 701, last: 720, parkingTime: 45 },
    ]);
  });

  it('has more lots', () => {
    const text =
      '[general]\n[night] ; lot\nparkpos => 801-802\ncontext => night\nparkingtime => 5\n';
    expect(readParking(text)).toMatchObject([
      { name: 'default' },
      { name: 'night', parkExten: '', first: 801, last: 802, context: 'night', parkingTime: 5 },
    ]);
  });

  it('makes extensions, and hints where they are wished for', () => {
    const parking = '[default]\nparkext => 700\nparkpos => 701-702\nparkinghints = yes\n';
    const { pbx } = new PbxLab({ dialplan, parking });
    expect(pbx.dialplan.find('parkedcalls', '700', 1)).toEqual({ application: 'Park', data: '' });
    expect(pbx.dialplan.find('parkedcalls', '702', 1)).toEqual({
      ...{ application: 'ParkedCall', data: 'default,702' },
    });
    expect(pbx.dialplan.has('parkedcalls', '703')).toBe(false);
    expect(pbx.dialplan.hints.map(({ exten, devices }) => `${exten} ${devices}`)).toEqual([
      '701 park:701@parkedcalls',
      '702 park:702@parkedcalls',
    ]);
  });
});

import type { AsteriskVersion } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import { channelOf, dialplan, labWith, near, wanted, withParkedCallee } from './parking-lab.js';

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

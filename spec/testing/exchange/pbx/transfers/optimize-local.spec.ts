import { caller, channelOf } from './talkers.js';

const wanted = {
  BridgeDestroy: ['BridgeNumChannels'],
  BridgeEnter: ['CallerIDNum', 'BridgeNumChannels', 'SwapUniqueid'],
  BridgeLeave: ['CallerIDNum', 'BridgeNumChannels'],
  Hangup: ['Channel', 'Cause'],
  LocalOptimizationBegin: ['LocalOneChannel', 'SourceCallerIDNum', 'Id'],
  LocalOptimizationEnd: ['LocalTwoChannel', 'Success', 'Id'],
};

describe('A Local channel between two calls', () => {
  it('goes when both its halves talk to somebody', () => {
    const lab = caller('stays');
    channelOf(lab, '1').moveTo({ context: 'default', exten: 'relays', priority: 1 });
    lab.heard(0, {});
    const half = channelOf(lab, 'relays');
    const events = lab.heard(1000, wanted);
    expect(events.slice(events.findIndex((line) => line.startsWith('LocalOptimization')))).toEqual([
      'LocalOptimizationBegin Local/dials@default-00000001;1 dials 0',
      'BridgeLeave dials 1',
      'BridgeLeave relays 1',
      `BridgeEnter dials 2 ${half.uniqueid}`,
      'LocalOptimizationEnd Local/dials@default-00000001;2 No 0',
      'Hangup Local/dials@default-00000001;1 16',
      'BridgeLeave 1 0',
      'BridgeDestroy 0',
      'Hangup Local/dials@default-00000001;2 16',
    ]);
    expect(channelOf(lab, '1').bridge).toBe(channelOf(lab, 'dials').bridge);
  });

  it('stays if it was asked for with /n', () => {
    const lab = caller('relaysn');
    expect(lab.heard(1000, wanted)).toEqual([]);
    expect(lab.pbx.bridges.all.size).toBe(2);
  });

  it('stays if one of its halves runs in the dialplan, or in a conference', () => {
    const lab = caller('dialsboth');
    expect(lab.heard(1000, wanted)).toEqual([]);
    lab.call('Local/room@default', 'dials', { number: '2' });
    lab.heard(1000, {});
    expect(lab.heard(1000, wanted)).toEqual([]);
    expect(lab.pbx.channels.size).toBe(8);
  });

  it('takes nobody along when the call ends', () => {
    const lab = caller('relays');
    lab.heard(1000, {});
    channelOf(lab, 'dials').endSoon();
    lab.heard(100, {});
    expect([lab.pbx.channels.size, lab.pbx.bridges.all.size]).toEqual([0, 0]);
  });
});

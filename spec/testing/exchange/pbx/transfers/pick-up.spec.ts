import { caller, channelOf } from './talkers.js';

const wanted = {
  BridgeEnter: ['CallerIDNum', 'BridgeNumChannels'],
  DialEnd: ['CallerIDNum', 'DestCallerIDNum', 'DialStatus'],
  NewConnectedLine: ['CallerIDNum', 'ConnectedLineNum'],
  Pickup: ['CallerIDNum', 'Exten', 'TargetCallerIDNum', 'TargetExten'],
};

describe('Picking up', () => {
  it.each(['picksup', 'picksupchannel'])('with %s answers a call to somebody else', (exten) => {
    const lab = caller('dialsrings');
    lab.call('Local/stays@default/n', exten, { number: '2' });
    const told = lab.heard(100, { ...wanted, Hangup: ['CallerIDNum', 'Exten', 'Cause'] });
    expect(told.filter((line) => !line.startsWith('DialEnd undefined'))).toEqual([
      'NewConnectedLine 2 2',
      'NewConnectedLine 2 2',
      'NewConnectedLine 2 1',
      'NewConnectedLine 1 2',
      `Pickup 2 ${exten} dialsrings dialsrings`,
      'DialEnd 1 2 ANSWER',
      'BridgeEnter 2 1',
      'BridgeEnter 1 2',
      `Hangup dialsrings ${exten} 26`,
      'Hangup 1 rings 26',
    ]);
  });

  it('has the one who picks up belong to the call', () => {
    const lab = caller('dialsrings');
    lab.call('Local/stays@default/n', 'picksup', { number: '2' });
    lab.heard(100, {});
    const [one, two] = [channelOf(lab, '1'), channelOf(lab, '2')];
    expect([two.linkedid, two.bridge]).toEqual([one.uniqueid, one.bridge]);
    expect([two.application, two.place.exten]).toEqual(['AppDial', '']);
    expect(one.variables.get('DIALEDPEERNAME')).toBe(two.name);
  });

  it('ends the call when the one who picked up hangs up', () => {
    const lab = caller('dialsrings');
    lab.call('Local/stays@default/n', 'picksup', { number: '2' });
    lab.heard(100, {});
    channelOf(lab, '2').endSoon();
    lab.heard(100, {});
    expect([lab.pbx.channels.size, lab.pbx.bridges.all.size]).toEqual([0, 0]);
  });

  it.each(['picksup', 'picksupchannel'])('with %s where nobody rings goes on', (exten) => {
    const lab = caller(exten);
    expect(lab.pbx.channels.size).toBe(0);
    lab.call('Local/stays@default/n', exten, { number: '2' });
    const steps = lab.heard(1000, { Newexten: ['CallerIDNum', 'AppData'], Pickup: [] });
    expect(steps).toContain('Newexten 2 nobody');
    expect(steps).not.toContain('Pickup');
  });

  it('is too late when the call has been answered', () => {
    const lab = caller('dials');
    lab.call('Local/stays@default/n', 'picksup', { number: '2' });
    expect(lab.heard(1000, { Pickup: [] })).toEqual([]);
  });
});

import { joinChannels } from '../../../../../lib/testing/exchange/pbx/transfers/join-channels.js';
import { caller, channelOf, meetings } from './talkers.js';

describe('Two channels that are joined', () => {
  it('leave what they do, and talk', () => {
    const lab = caller('stays');
    lab.call('Local/stays@default/n', 'elsewhere', { number: '2' });
    lab.heard(1000, {});
    const [one, two] = [channelOf(lab, '1'), channelOf(lab, '2')];
    joinChannels(one, two);
    expect(lab.heard(100, meetings)).toEqual([
      'BridgeCreate 0',
      'BridgeEnter 1 1',
      'BridgeEnter 2 2',
      'NewConnectedLine 1 2',
      'NewConnectedLine 2 1',
    ]);
    expect([one.application, one.place.priority, two.place.priority]).toEqual(['', 3, 2]);
  });

  it('go on in the dialplan when the other one is let go', () => {
    const lab = caller('stays');
    lab.call('Local/stays@default/n', 'stays', { number: '2' });
    lab.heard(100, {});
    const [one, two] = [channelOf(lab, '1'), channelOf(lab, '2')];
    // They are there yet, and will be at their second step.
    joinChannels(one, two);
    for (const channel of [one, two]) channel.place = { ...channel.place, priority: 2 };
    one.bridge?.kick(one);
    const steps = { Newexten: ['CallerIDNum', 'Priority', 'Application'] };
    expect(lab.heard(100, { ...steps, Hangup: [] })).toEqual([
      'Newexten 1 2 Wait',
      'Newexten 2 2 Wait',
    ]);
    expect(lab.pbx.bridges.all.size).toBe(0);
  });

  it('leave alone whom they talked to', () => {
    const lab = caller('dials');
    lab.call('Local/stays@default/n', 'stays', { number: '2' });
    lab.heard(1000, {});
    const [one, left] = [channelOf(lab, '1'), channelOf(lab, 'dials')];
    joinChannels(one, channelOf(lab, '2'));
    const told = { BridgeLeave: ['CallerIDNum', 'BridgeNumChannels'], Hangup: ['CallerIDNum'] };
    expect(lab.heard(100, told)).toEqual([
      'BridgeLeave 1 1',
      'BridgeLeave dials 0',
      'Hangup dials',
      'Hangup 1',
    ]);
    expect([left.isHungUp, one.isHungUp]).toEqual([true, false]);
  });
});

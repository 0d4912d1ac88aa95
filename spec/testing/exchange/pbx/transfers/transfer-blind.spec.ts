import { transferBlind } from '../../../../../lib/testing/exchange/pbx/transfers/transfer-blind.js';
import { caller, channelOf, meetings } from './talkers.js';

const elsewhere = { context: 'default', exten: 'elsewhere', priority: 1 };
const wanted = {
  ...meetings,
  BlindTransfer: ['Result', 'TransfererCallerIDNum', 'TransfereeCallerIDNum', 'Extension'],
  Newexten: ['CallerIDNum', 'Exten', 'Application'],
  VarSet: ['CallerIDNum', 'Variable', 'Value'],
};

describe('A blind transfer', () => {
  it('by the caller sends the other one elsewhere', () => {
    const lab = caller('dials');
    const [transferer, transferee] = [channelOf(lab, '1'), channelOf(lab, 'dials')];
    expect(transferBlind(transferer, elsewhere)).toBe('Success');
    const isTime = (line: string) => /(TIME|TIME_MS|BRIDGEPEER) /.test(line);
    expect(lab.heard(100, wanted).filter((line) => !isTime(line))).toEqual([
      'Unhold 1',
      `VarSet 1 BLINDTRANSFER ${transferee.name}`,
      `VarSet dials BLINDTRANSFER ${transferer.name}`,
      'BlindTransfer Success 1 dials elsewhere',
      'BridgeLeave 1 1',
      'VarSet 1 DIALSTATUS ANSWER',
      'Newexten dials elsewhere AppDial',
      'BridgeLeave dials 0',
      'BridgeDestroy 0',
    ]);
    expect([transferer.isHungUp, transferee.application]).toEqual([true, 'Wait']);
  });

  it('by the one who was called sends the caller elsewhere', () => {
    const lab = caller('dials');
    const [transferee, transferer] = [channelOf(lab, '1'), channelOf(lab, 'dials')];
    expect(transferBlind(transferer, elsewhere)).toBe('Success');
    lab.heard(100, {});
    expect([transferer.isHungUp, transferee.place]).toEqual([true, elsewhere]);
    expect(transferee.bridge).toBeUndefined();
  });

  it('is invalid for a channel that talks to nobody', () => {
    const lab = caller('stays');
    const told = { BlindTransfer: ['Result', 'TransfererCallerIDNum', 'Context', 'Extension'] };
    expect(transferBlind(channelOf(lab, '1'), elsewhere)).toBe('Invalid');
    expect(lab.heard(100, told)).toEqual(['BlindTransfer Invalid 1 default elsewhere']);
    expect(channelOf(lab, '1').isHungUp).toBe(false);
  });

  it('is invalid in a conference', () => {
    const lab = caller('room');
    lab.call('Local/stays@default/n', 'room', { number: '2' });
    lab.heard(1000, {});
    expect(transferBlind(channelOf(lab, '2'), elsewhere)).toBe('Invalid');
  });
});

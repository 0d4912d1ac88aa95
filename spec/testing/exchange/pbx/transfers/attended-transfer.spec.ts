import {
  beginTransfer,
  cancelTransfer,
} from '../../../../../lib/testing/exchange/pbx/transfers/attended-transfer.js';
import { transferAttended } from '../../../../../lib/testing/exchange/pbx/transfers/transfer-attended.js';
import type { PbxLab } from '../support/pbx-lab.js';
import { caller, channelOf, meetings } from './talkers.js';

const told = {
  ...meetings,
  AttendedTransfer: ['Result', 'TransfereeCallerIDNum', 'IsExternal', 'DestType'],
  DialEnd: ['DestExten', 'DialStatus'],
};
const digits = { DTMFEnd: ['CallerIDNum', 'Digit', 'DurationMs', 'Direction'] };

/** Caller 1 talks to somebody, and begins a transfer. */
function transferring(exten: string): PbxLab {
  const lab = caller('dials');
  beginTransfer(channelOf(lab, '1'), { context: 'default', exten, priority: 1 });
  return lab;
}

/** The channel towards the target: nobody said who he is. */
function targetOf(lab: PbxLab, exten: string) {
  return [...lab.pbx.channels.values()].find(({ name }) =>
    name.startsWith(`Local/${exten}@default-00000002;1`),
  )!;
}

describe('An attended transfer', () => {
  it('is begun with keys', () => {
    const lab = transferring('rings');
    const keys = ['*', '2', 'r', 'i', 'n', 'g', 's'].map((key) => `DTMFEnd 1 ${key} 0 Received`);
    expect(lab.heard(0, digits)).toEqual(keys);
  });

  it('lets the other one wait while the target is asked', () => {
    const lab = transferring('stays');
    expect(lab.heard(1000, told)).toEqual(
      [
        'Hold 1',
        'MusicOnHoldStart dials',
        'BridgeCreate 0',
        'NewConnectedLine undefined 1',
        'BridgeEnter undefined 1',
        'BridgeLeave 1 1',
        'BridgeEnter 1 2',
        'NewConnectedLine 1 undefined',
        'DialEnd stays ANSWER',
      ].map((line) => line.replaceAll('undefined', '<unknown>')),
    );
  });

  it('is complete when the transferer hangs up', () => {
    const lab = transferring('stays');
    lab.heard(1000, {});
    channelOf(lab, '1').endSoon();
    expect(lab.heard(100, told)).toEqual([
      'BridgeLeave 1 1',
      'MusicOnHoldStop dials',
      'BridgeMerge 1 1',
      'BridgeLeave <unknown> 0',
      'BridgeEnter <unknown> 2',
      'BridgeDestroy 0',
      'AttendedTransfer Success dials No Bridge',
      'NewConnectedLine <unknown> dials',
      'NewConnectedLine dials <unknown>',
    ]);
    expect(channelOf(lab, 'dials').bridge).toBe(targetOf(lab, 'stays').bridge);
    channelOf(lab, 'dials').endSoon();
    lab.heard(100, {});
    expect([lab.pbx.channels.size, lab.pbx.bridges.all.size]).toEqual([0, 0]);
  });

  it('may be complete before the target answers', () => {
    const lab = transferring('rings');
    lab.heard(1000, {});
    channelOf(lab, '1').endSoon();
    lab.heard(100, {});
    const target = targetOf(lab, 'rings');
    expect([target.state, target.bridge]).toEqual(['Ringing', channelOf(lab, 'dials').bridge]);
  });

  it.each([
    ['busy', 'DialEnd busy BUSY'],
    ['brief', 'DialEnd brief ANSWER'],
  ])('is over when the target is %s', (exten, dialEnd) => {
    const lab = transferring(exten);
    const events = lab.heard(3000, told);
    expect(events.slice(events.indexOf(dialEnd))).toEqual(
      [
        dialEnd,
        'BridgeLeave <unknown> 1',
        'BridgeLeave 1 0',
        'BridgeEnter 1 2',
        'BridgeDestroy 0',
        'Unhold 1',
        'NewConnectedLine 1 dials',
      ].flatMap((line) => (line === 'BridgeLeave 1 0' ? ['MusicOnHoldStop dials', line] : [line])),
    );
    expect(channelOf(lab, '1').bridge).toBe(channelOf(lab, 'dials').bridge);
  });

  it('is over when the transferer calls it off', () => {
    const lab = transferring('stays');
    lab.heard(1000, {});
    cancelTransfer(channelOf(lab, '1'));
    const events = lab.heard(100, { ...told, ...digits, Hangup: ['CallerIDNum', 'Cause'] });
    expect(events).toEqual([
      'DTMFEnd 1 * 0 Received',
      'DTMFEnd 1 1 0 Received',
      'MusicOnHoldStop dials',
      'BridgeLeave 1 1',
      'BridgeEnter 1 2',
      'Unhold 1',
      'NewConnectedLine 1 dials',
      'BridgeLeave <unknown> 0',
      'BridgeDestroy 0',
      'Hangup <unknown> 16',
      'Hangup 1 16',
    ]);
  });

  it('leaves two who talk when the one who waits hangs up', () => {
    const lab = transferring('stays');
    lab.heard(1000, {});
    channelOf(lab, 'dials').endSoon();
    expect(lab.heard(100, told)).toEqual([
      'MusicOnHoldStop dials',
      'BridgeLeave dials 0',
      'BridgeDestroy 0',
    ]);
    targetOf(lab, 'stays').endSoon();
    lab.heard(100, {});
    expect([lab.pbx.channels.size, lab.pbx.bridges.all.size]).toEqual([0, 0]);
  });

  it('ends by itself when there is no such extension', () => {
    const lab = transferring('nowhere');
    expect(lab.heard(1000, told)).toEqual(['Hold 1', 'MusicOnHoldStart dials']);
    expect(lab.heard(30_000, told)).toEqual([
      'MusicOnHoldStop dials',
      'Unhold 1',
      'NewConnectedLine 1 dials',
    ]);
  });

  it('is nothing but keys for a channel that talks to nobody', () => {
    const lab = caller('stays');
    beginTransfer(channelOf(lab, '1'), { context: 'default', exten: 'rings', priority: 1 });
    expect(lab.heard(1000, told)).toEqual([]);
    cancelTransfer(channelOf(lab, '1'));
    expect(lab.heard(0, digits)).toHaveLength(2);
  });

  it.each(['16', '22'] as const)(
    'says who the target is in version %s as Asterisk does',
    (version) => {
      const lab = caller('dials', { version });
      beginTransfer(channelOf(lab, '1'), { context: 'default', exten: 'stays', priority: 1 });
      lab.heard(1000, {});
      channelOf(lab, '1').endSoon();
      const [transfer] = lab.heard(100, { AttendedTransfer: ['TransferTargetExten'] });
      const target = version === '16' ? 'stays' : 'undefined';
      expect(transfer).toBe(`AttendedTransfer ${target}`);
    },
  );
});

describe('Two calls of one phone', () => {
  it('become one when they are joined', () => {
    const lab = caller('dials');
    lab.call('Local/stays@default/n', 'dials', { number: '2' });
    lab.heard(1000, {});
    const [one, two] = [channelOf(lab, '1'), channelOf(lab, '2')];
    const [others] = [one, two].map(({ bridge }) =>
      bridge?.channels.filter((c) => c !== one && c !== two),
    );
    expect(transferAttended(one, two)).toBe('Success');
    const attended = {
      AttendedTransfer: ['OrigTransfererCallerIDNum', 'SecondTransfererCallerIDNum', 'IsExternal'],
    };
    expect(lab.heard(100, attended)).toEqual(['AttendedTransfer 1 2 Yes']);
    expect([one.isHungUp, two.isHungUp]).toEqual([true, true]);
    expect(others?.[0]?.bridge?.channels).toHaveLength(2);
  });

  it('can not be joined if one is none, or both are the same', () => {
    const lab = caller('dials');
    lab.call('Local/stays@default/n', 'stays', { number: '2' });
    lab.heard(1000, {});
    const [one, two] = [channelOf(lab, '1'), channelOf(lab, '2')];
    expect(transferAttended(one, two)).toBe('Invalid');
    expect(transferAttended(one, one)).toBe('Invalid');
    expect(one.isHungUp || two.isHungUp).toBe(false);
  });
});

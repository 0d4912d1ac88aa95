import { PbxLab } from './support/pbx-lab.js';

const dialplan = `[default]
include => more
exten => two,hint,Custom:a&Custom:b
exten => ab,hint,Custom:a,CustomPresence:q
exten => bob,hint,PJSIP/bob
exten => sip,hint,SIP/1000
exten => _3XX,hint,Custom:\${EXTEN}
[more]
exten => included,hint,Custom:c
`;
const wanted = {
  ExtensionStatus: ['Exten', 'Status', 'StatusText'],
  DeviceStateChange: ['Device', 'State'],
};

describe('extensions with hints', () => {
  // What Asterisk 16.28 and 22.10 tell of the same devices.
  it.each([
    ['INUSE', 'UNKNOWN', '1 InUse'],
    ['INUSE', 'RINGING', '9 InUse&Ringing'],
    ['RINGING', 'RINGING', '8 Ringing'],
    ['RINGING', 'ONHOLD', '9 InUse&Ringing'],
    ['ONHOLD', 'ONHOLD', '16 Hold'],
    ['ONHOLD', 'BUSY', '2 Busy'],
    ['BUSY', 'UNAVAILABLE', '2 Busy'],
    ['UNAVAILABLE', 'UNAVAILABLE', '4 Unavailable'],
    ['UNAVAILABLE', 'INVALID', '4 Unavailable'],
    ['INVALID', 'INVALID', '4 Unavailable'],
    ['INVALID', 'NOT_INUSE', '0 Idle'],
    ['RINGINUSE', 'NOT_INUSE', '9 InUse&Ringing'],
    ['UNKNOWN', 'UNKNOWN', '0 Idle'],
    ['ONHOLD', 'INUSE', '1 InUse'],
  ])('whose devices are %s and %s are %s', (a, b, state) => {
    const { pbx } = new PbxLab({ dialplan });
    pbx.devices.setCustom('Custom:a', a);
    pbx.devices.setCustom('Custom:b', b);
    const { status, text } = pbx.extensions.find('default', 'two')!.state;

    expect(`${status} ${text}`).toBe(state);
  });

  it('tell of what changes, each once', () => {
    const lab = new PbxLab({ dialplan });
    lab.heard(0, {});
    lab.pbx.devices.setCustom('Custom:a', 'INUSE');
    lab.pbx.devices.setCustom('Custom:a', 'INUSE');

    expect(lab.heard(0, wanted)).toEqual([
      'DeviceStateChange Custom:a INUSE',
      'ExtensionStatus two 1 InUse',
      'ExtensionStatus ab 1 InUse',
    ]);
    lab.pbx.devices.setCustom('Custom:b', 'ONHOLD');
    expect(lab.heard(0, wanted)).toEqual(['DeviceStateChange Custom:b ONHOLD']);
  });

  it('follow a phone: its calls, and whether it is there', () => {
    const lab = new PbxLab({ dialplan });
    const phone = lab.pbx.phones.add('bob');
    const channel = lab.pbx.phones.dial(phone, '100');
    lab.heard(0, {});
    channel.setState('Up');
    channel.hangUp();
    phone.unregister();

    expect(lab.heard(0, wanted)).toEqual([
      'DeviceStateChange PJSIP/bob UNAVAILABLE',
      'ExtensionStatus bob 4 Unavailable',
    ]);
    phone.register();
    lab.pbx.phones.dial(phone, '100').setState('Up');
    expect(lab.heard(0, wanted)).toEqual([
      'DeviceStateChange PJSIP/bob NOT_INUSE',
      'ExtensionStatus bob 0 Idle',
      'DeviceStateChange PJSIP/bob INUSE',
      'ExtensionStatus bob 1 InUse',
    ]);
  });

  it('are unavailable where the technology or the phone is not known', () => {
    const { pbx } = new PbxLab({ dialplan });

    expect(pbx.extensions.find('default', 'sip')?.state.text).toBe('Unavailable');
    expect(pbx.extensions.find('default', 'bob')?.state.text).toBe('Unavailable');
  });

  it('of a pattern are watched once somebody has asked, which is told', () => {
    const lab = new PbxLab({ dialplan });
    lab.heard(0, {});

    expect(lab.pbx.extensions.all).toHaveLength(5);
    expect(lab.pbx.extensions.find('default', '301')?.hint.devices).toBe('Custom:301');
    expect(lab.heard(0, wanted)).toEqual(['ExtensionStatus 301 0 Idle']);
    lab.pbx.devices.setCustom('Custom:301', 'INUSE');
    expect(lab.heard(0, wanted)).toEqual([
      'DeviceStateChange Custom:301 INUSE',
      'ExtensionStatus 301 1 InUse',
    ]);
    expect(lab.pbx.extensions.all).toHaveLength(6);
  });

  it('are found in included contexts, and nowhere else', () => {
    const { pbx } = new PbxLab({ dialplan });

    expect(pbx.extensions.find('default', 'included')?.hint.devices).toBe('Custom:c');
    expect(pbx.extensions.find('default', '4')).toBeUndefined();
    expect(pbx.extensions.find('none', 'two')).toBeUndefined();
  });
});

describe('devices that are set by hand', () => {
  it.each([
    ['Custom:a', 'busy', true],
    ['Custom:a', 'UNKNOWN', false],
    ['Custom:a', 'nonsense', false],
    ['PJSIP/bob', 'INUSE', false],
  ])('%s to %s: %s', (device, state, isSet) => {
    const { pbx } = new PbxLab();

    expect(pbx.devices.setCustom(device, state)).toBe(isSet);
    expect(pbx.devices.states.has(device)).toBe(isSet);
  });
});

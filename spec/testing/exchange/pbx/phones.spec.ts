import { PbxLab } from './support/pbx-lab.js';

const wanted = {
  ContactStatus: ['URI', 'ContactStatus', 'AOR', 'EndpointName', 'RoundtripUsec'],
  PeerStatus: ['ChannelType', 'Peer', 'PeerStatus'],
  DeviceStateChange: ['Device', 'State'],
};
const uri = 'sip:bob@192.0.2.10:5060';

describe('phones', () => {
  // In the order, and with the fields, that Asterisk 16.28 and 22.10 tell of it.
  it('register, and are asked whether they are there', () => {
    const lab = new PbxLab();
    lab.pbx.phones.add('bob');

    expect(lab.heard(0, wanted)).toEqual([
      `ContactStatus ${uri} NonQualified bob bob 0`,
      'PeerStatus PJSIP PJSIP/bob Reachable',
      `ContactStatus ${uri} Reachable bob bob 850`,
      'DeviceStateChange PJSIP/bob NOT_INUSE',
    ]);
  });

  it('do not answer, answer again, and leave', () => {
    const lab = new PbxLab();
    const phone = lab.pbx.phones.add('bob');
    lab.heard(0, {});
    phone.setReachable(false);
    phone.setReachable(false);

    expect(lab.heard(0, wanted)).toEqual([
      'PeerStatus PJSIP PJSIP/bob Unreachable',
      `ContactStatus ${uri} Unreachable bob bob 0`,
      'DeviceStateChange PJSIP/bob UNAVAILABLE',
    ]);
    phone.setReachable(true);
    expect(lab.heard(0, wanted)).toEqual([
      'PeerStatus PJSIP PJSIP/bob Reachable',
      `ContactStatus ${uri} Reachable bob bob 850`,
      'DeviceStateChange PJSIP/bob NOT_INUSE',
    ]);
    phone.unregister();
    expect(lab.heard(0, wanted)).toEqual([
      'PeerStatus PJSIP PJSIP/bob Unreachable',
      `ContactStatus ${uri} Removed bob bob 0`,
      'DeviceStateChange PJSIP/bob UNAVAILABLE',
    ]);
    phone.unregister();
    phone.setReachable(true);
    expect(lab.heard(0, wanted)).toEqual([]);
  });

  it('say less when they leave unnoticed, or only move', () => {
    const lab = new PbxLab();
    const phone = lab.pbx.phones.add('bob');
    lab.heard(0, {});
    phone.register('sip:bob@192.0.2.99');
    phone.register('sip:bob@192.0.2.99');

    expect(lab.heard(0, wanted)).toEqual([
      'ContactStatus sip:bob@192.0.2.99 NonQualified bob bob 0',
      `ContactStatus ${uri} Removed bob bob 0`,
      'ContactStatus sip:bob@192.0.2.99 Reachable bob bob 850',
    ]);
    phone.setReachable(false);
    lab.heard(0, {});
    phone.unregister();
    expect(lab.heard(0, wanted)).toEqual(['ContactStatus sip:bob@192.0.2.99 Removed bob bob 0']);
  });

  it('are not called while they are not there', () => {
    const { pbx } = new PbxLab();
    const phone = pbx.phones.add('bob');

    phone.setReachable(false);
    expect(pbx.phones.request('bob', {})).toBe(20);
    expect(pbx.phones.request('nobody', {})).toBe(1);
  });

  it('are what their calls are, even once they are gone', () => {
    const { pbx } = new PbxLab();
    const phone = pbx.phones.add('bob');
    const states = () => pbx.devices.stateOf('PJSIP/bob');
    const one = pbx.phones.dial(phone, '100');

    expect(states()).toBe('INUSE');
    const other = pbx.phones.dial(phone, '100');
    other.setState('Ringing');
    expect(states()).toBe('RINGINUSE');
    one.hangUp();
    expect(states()).toBe('RINGING');
    phone.unregister();
    expect(states()).toBe('RINGING');
    other.hangUp();
    expect(states()).toBe('UNAVAILABLE');
    expect(pbx.devices.stateOf('PJSIP/nobody')).toBe('INVALID');
  });
});

describe('registrations with others', () => {
  it('tell of what becomes of them', () => {
    const pjsip = `[trunk]
type = registration
client_uri = sip:me@192.0.2.1 ; us
server_uri = sip:192.0.2.1
[trunk]
type = auth
`;
    const lab = new PbxLab({ pjsip });
    lab.pbx.registrations.set('trunk', 'Rejected');
    lab.pbx.registrations.set('nobody', 'Rejected');

    expect(lab.heard(0, { Registry: ['ChannelType', 'Username', 'Domain', 'Status'] })).toEqual([
      'Registry PJSIP sip:me@192.0.2.1 sip:192.0.2.1 Rejected',
    ]);
    expect([...lab.pbx.registrations.all.values()].map(({ status }) => status)).toEqual([
      'Rejected',
    ]);
  });
});

import { eventsOf } from '../support/written-events.js';

// What Asterisk 16.28.0 sent, and 22.10.1 but for the order, without the fields that do not matter:
// the phone bob registers over PJSIP, does not answer for a while, answers again, and leaves.

export const registers = eventsOf(`
  ContactStatus | URI: sip:bob@127.0.0.1:54025 | ContactStatus: NonQualified | AOR: bob | EndpointName: bob | RoundtripUsec: 0
  PeerStatus | ChannelType: PJSIP | Peer: PJSIP/bob | PeerStatus: Reachable
  ContactStatus | URI: sip:bob@127.0.0.1:54025 | ContactStatus: Reachable | AOR: bob | EndpointName: bob | RoundtripUsec: 920
  DeviceStateChange | Device: PJSIP/bob | State: NOT_INUSE
`);

export const isSilent = eventsOf(`
  PeerStatus | ChannelType: PJSIP | Peer: PJSIP/bob | PeerStatus: Unreachable
  ContactStatus | URI: sip:bob@127.0.0.1:54025 | ContactStatus: Unreachable | AOR: bob | EndpointName: bob | RoundtripUsec: 0
  DeviceStateChange | Device: PJSIP/bob | State: UNAVAILABLE
`);

export const answers = eventsOf(`
  PeerStatus | ChannelType: PJSIP | Peer: PJSIP/bob | PeerStatus: Reachable
  ContactStatus | URI: sip:bob@127.0.0.1:54025 | ContactStatus: Reachable | AOR: bob | EndpointName: bob | RoundtripUsec: 681
  DeviceStateChange | Device: PJSIP/bob | State: NOT_INUSE
`);

export const leaves = eventsOf(`
  DeviceStateChange | Device: PJSIP/bob | State: UNAVAILABLE
  PeerStatus | ChannelType: PJSIP | Peer: PJSIP/bob | PeerStatus: Unreachable
  ContactStatus | URI: sip:bob@127.0.0.1:54025 | ContactStatus: Removed | AOR: bob | EndpointName: bob | RoundtripUsec: 0
`);

/** The lists while bob is there, with a contact of another endpoint that is configured. */
export const listedPhones = (reachable: boolean) => ({
  PJSIPShowEndpoints: eventsOf(`
    EndpointList | ObjectType: endpoint | ObjectName: bob | Transport:  | Aor: bob | Auths:  | OutboundAuths:  | Contacts: bob/sip:bob@127.0.0.1:54025, | DeviceState: ${reachable ? 'Not in use' : 'Unavailable'} | ActiveChannels:
    EndpointList | ObjectType: endpoint | ObjectName: alice | Transport:  | Aor: alice | Auths:  | OutboundAuths:  | Contacts: alice/sip:alice@127.0.0.1:30778, | DeviceState: Unavailable | ActiveChannels:
  `),
  PJSIPShowRegistrationInboundContactStatuses: eventsOf(
    `ContactStatusDetail | AOR: bob | URI: sip:bob@127.0.0.1:54025 | UserAgent: Probe 1.0 | RegExpire: 1795575588 | ViaAddress: 127.0.0.1:54025 | CallID: c1 | Status: ${reachable ? 'Reachable | RoundtripUsec: 851' : 'Unreachable | RoundtripUsec: N/A'} | EndpointName: bob | ID: bob;@6ae6c47d8a169456a6189aa47f2d5a56 | QualifyFrequency: 2`,
  ),
});

/** The lists while bob is not. */
export const listedWithoutBob = {
  PJSIPShowEndpoints: eventsOf(`
    EndpointList | ObjectType: endpoint | ObjectName: bob | Transport:  | Aor: bob | Auths:  | OutboundAuths:  | Contacts:  | DeviceState: Unavailable | ActiveChannels:
    EndpointList | ObjectType: endpoint | ObjectName: alice | Transport:  | Aor: alice | Auths:  | OutboundAuths:  | Contacts: alice/sip:alice@127.0.0.1:30778, | DeviceState: Unavailable | ActiveChannels:
  `),
  PJSIPShowRegistrationInboundContactStatuses: [],
};

// Peers of Asterisk 16.28.0: they register, and leave.

export const peersRegister = eventsOf(`
  PeerStatus | ChannelType: IAX2 | Peer: IAX2/dyn | PeerStatus: Registered | Address: 127.0.0.1
  PeerStatus | ChannelType: SIP | Peer: SIP/sdyn | PeerStatus: Registered | Address: 127.0.0.1:30773
  PeerStatus | ChannelType: SIP | Peer: SIP/sdyn | PeerStatus: Reachable
`);

export const peersLeave = eventsOf(`
  PeerStatus | ChannelType: SIP | Peer: SIP/sdyn | PeerStatus: Unregistered | Cause: Expired
  DeviceStateChange | Device: SIP/sdyn | State: UNAVAILABLE
  PeerStatus | ChannelType: IAX2 | Peer: IAX2/dyn | PeerStatus: Unregistered | Cause: Expired
  DeviceStateChange | Device: IAX2/dyn | State: UNAVAILABLE
`);

export const listedPeers = {
  SIPpeers: eventsOf(`
    PeerEntry | Channeltype: SIP | ObjectName: sdyn | ChanObjectType: peer | IPaddress: 127.0.0.1 | IPport: 30773 | Dynamic: yes | Status: OK (1 ms)
    PeerEntry | Channeltype: SIP | ObjectName: sipphone | ChanObjectType: peer | IPaddress: -none- | IPport: 0 | Dynamic: yes | Status: Unmonitored
  `),
  IAXpeerlist: eventsOf(`
    PeerEntry | Channeltype: IAX | ObjectName: dyn | ChanObjectType: peer | IPaddress: 127.0.0.1 | Mask: (null) | Port: 30774 | Dynamic: yes | Status: OK (1 ms)
  `),
  DeviceStateList: eventsOf(`
    DeviceStateChange | Device: IAX2/dyn | State: UNKNOWN
    DeviceStateChange | Device: SIP/sdyn | State: NOT_INUSE
  `),
};

/** After they have left: the `Status` is what it was. */
export const listedPeersGone = {
  SIPpeers: eventsOf(`
    PeerEntry | Channeltype: SIP | ObjectName: sdyn | ChanObjectType: peer | IPaddress: -none- | IPport: 0 | Dynamic: yes | Status: OK (1 ms)
    PeerEntry | Channeltype: SIP | ObjectName: sipphone | ChanObjectType: peer | IPaddress: -none- | IPport: 0 | Dynamic: yes | Status: Unmonitored
  `),
  IAXpeerlist: eventsOf(`
    PeerEntry | Channeltype: IAX | ObjectName: dyn | ChanObjectType: peer | IPaddress: (null) | Port: (null) | Dynamic: yes | Status: OK (1 ms)
  `),
  DeviceStateList: eventsOf(`
    DeviceStateChange | Device: IAX2/dyn | State: UNAVAILABLE
    DeviceStateChange | Device: SIP/sdyn | State: UNAVAILABLE
  `),
};

import fc from 'fast-check';
import { endpointKind } from '../../../lib/live/endpoints/endpoint-model.js';
import type { Endpoint } from '../../../lib/live/endpoints/endpoint.js';
import { listsIn } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventsOf } from '../support/written-events.js';
import type { Lists } from '../support/tracked.js';
import * as recorded from './recorded.js';

const actions = [
  ...['PJSIPShowEndpoints', 'PJSIPShowRegistrationInboundContactStatuses', 'SIPpeers'],
  ...['IAXpeerlist', 'DeviceStateList'],
];

const uri = 'sip:bob@127.0.0.1:54025';
const other = { deviceState: undefined, reachability: undefined, transport: undefined };
const noPeer = {
  address: undefined,
  port: undefined,
  isDynamic: undefined,
  roundTripMs: undefined,
};
const noPhone = { contacts: new Map(), aors: [], auths: [], transport: undefined };

/** What the phone and its contacts do, in short. */
const word = ({ deviceState, reachability, contacts }: Endpoint): string => {
  const states = [...contacts.values()].map(({ state }) => state ?? '-');
  return [deviceState ?? '-', reachability ?? '-', ...states].join(' ');
};

describe('Endpoints', () => {
  it.each(['a16', 'a22'])('are read from the lists of a busy %s', (version) => {
    const tracked = new Tracked(endpointKind).seed(listsIn(`${version}-lists-busy`, ...actions));
    const [contact = ''] = tracked.map.get('PJSIP/alice')?.contacts.keys() ?? [];
    expect(contact).toMatch(/^sip:alice@127\.0\.0\.1:\d+$/);
    const phones = ['PJSIP/alice', 'PJSIP/bob'];
    const peers = ['IAX2/iaxpeer'];
    expect([...tracked.map.keys()]).toEqual([
      ...phones,
      ...(version === 'a16' ? ['SIP/sipphone'] : []),
      ...peers,
    ]);
    expect(tracked.map.get('PJSIP/alice')).toEqual({
      ...noPeer,
      id: 'PJSIP/alice',
      technology: 'PJSIP',
      name: 'alice',
      deviceState: 'not-in-use',
      reachability: 'reachable',
      isRegistered: true,
      contacts: new Map([
        [
          contact,
          {
            uri: contact,
            aor: 'alice',
            state: undefined,
            roundTripMs: undefined,
            userAgent: undefined,
            expiresAt: undefined,
          },
        ],
      ]),
      aors: ['alice'],
      auths: ['alice'],
      transport: undefined,
    });
    expect(tracked.map.get('PJSIP/bob')).toMatchObject({
      deviceState: 'unavailable',
      reachability: 'unreachable',
      isRegistered: false,
    });
    expect(tracked.map.get('IAX2/iaxpeer')).toEqual({
      ...other,
      ...noPhone,
      id: 'IAX2/iaxpeer',
      technology: 'IAX2',
      name: 'iaxpeer',
      reachability: 'unmonitored',
      isRegistered: true,
      address: '127.0.0.1',
      port: 4569,
      isDynamic: false,
      roundTripMs: undefined,
    });
    if (version === 'a22') return;
    expect(tracked.map.get('SIP/sipphone')).toMatchObject({
      isRegistered: false,
      reachability: 'unmonitored',
      address: undefined,
      port: undefined,
      isDynamic: true,
    });
  });

  it('of PJSIP follow their phones', () => {
    const tracked = new Tracked(endpointKind).seed(recorded.listedWithoutBob);
    tracked.changes.length = 0;
    const { registers, isSilent, answers, leaves } = recorded;
    tracked.take([...registers, ...isSilent, ...answers, ...leaves]);
    expect(tracked.told(word)).toEqual([
      'PJSIP/bob unavailable unreachable unqualified',
      'PJSIP/bob unavailable reachable unqualified',
      'PJSIP/bob unavailable reachable reachable',
      'PJSIP/bob not-in-use reachable reachable',
      'PJSIP/bob not-in-use unreachable reachable',
      'PJSIP/bob not-in-use unreachable unreachable',
      'PJSIP/bob unavailable unreachable unreachable',
      'PJSIP/bob unavailable reachable unreachable',
      'PJSIP/bob unavailable reachable reachable',
      'PJSIP/bob not-in-use reachable reachable',
      'PJSIP/bob unavailable unreachable reachable',
      'PJSIP/bob unavailable unreachable',
    ]);
    expect(tracked.stale).toBe(0);
    expect(tracked.map.get('PJSIP/bob')?.isRegistered).toBe(false);
  });

  it('of PJSIP know of their contacts what is listed', () => {
    const tracked = new Tracked(endpointKind).seed(recorded.listedPhones(true));
    const contact = {
      uri,
      aor: 'bob',
      state: 'reachable',
      roundTripMs: 0.851,
      userAgent: 'Probe 1.0',
      expiresAt: 1_795_575_588_000,
    };
    expect(tracked.map.get('PJSIP/bob')?.contacts.get(uri)).toEqual(contact);
    tracked.take(recorded.isSilent);
    expect(tracked.map.get('PJSIP/bob')?.contacts.get(uri)).toEqual({
      ...contact,
      state: 'unreachable',
      roundTripMs: undefined,
    });
  });

  it('of PJSIP learn by a check what no event tells', () => {
    const tracked = new Tracked(endpointKind)
      .seed(recorded.listedWithoutBob)
      .take(recorded.registers);
    const before = tracked.map.get('PJSIP/bob');
    tracked.check(recorded.listedPhones(true));
    expect(before?.contacts.get(uri)).toMatchObject({ roundTripMs: 0.92, expiresAt: undefined });
    expect(tracked.map.get('PJSIP/bob')?.contacts.get(uri)).toMatchObject({
      roundTripMs: 0.851,
      expiresAt: 1_795_575_588_000,
    });
    tracked.changes.length = 0;
    tracked.check(recorded.listedPhones(true));
    expect(tracked.changes).toEqual([]);
  });

  it('of a technology whose list is refused are left alone', () => {
    const tracked = new Tracked(endpointKind).take([
      ...recorded.registers,
      ...recorded.peersRegister,
    ]);
    tracked.seed({ PJSIPShowEndpoints: [], IAXpeerlist: recorded.listedPeers.IAXpeerlist });
    expect([...tracked.map.keys()]).toEqual(['IAX2/dyn', 'SIP/sdyn']);
    tracked.check({});
    expect([...tracked.map.keys()]).toEqual(['IAX2/dyn', 'SIP/sdyn']);
  });

  it('are made known by contacts where only these are listed', () => {
    const { PJSIPShowRegistrationInboundContactStatuses } = recorded.listedPhones(true);
    const tracked = new Tracked(endpointKind).seed({ PJSIPShowRegistrationInboundContactStatuses });
    expect(tracked.told(word)).toEqual(['PJSIP/bob - - reachable']);
  });

  it('do not come back by what is late', () => {
    const tracked = new Tracked(endpointKind).take(recorded.leaves).take(recorded.peersLeave);
    expect([tracked.changes, tracked.stale]).toEqual([[], 0]);
  });

  it('are none where an event says nothing', () => {
    const tracked = new Tracked(endpointKind).seed(recorded.listedPhones(true));
    tracked.changes.length = 0;
    tracked.take(
      eventsOf(`
        ContactStatus
        ContactStatus | EndpointName: bob
        ContactStatus | EndpointName: bob | URI: ${uri}
        ContactStatus | EndpointName: bob | URI: ${uri} | ContactStatus: toString
        ContactStatus | URI: ${uri} | ContactStatus: Reachable
        ContactStatus | EndpointName: bob | URI: sip:x@y | ContactStatus: Removed
        PeerStatus
        PeerStatus | Peer: bob | PeerStatus: Reachable
        PeerStatus | Peer: PJSIP/ | PeerStatus: Reachable
        PeerStatus | Peer: PJSIP/bob
        PeerStatus | Peer: SIP/x | PeerStatus: Registered
        DeviceStateChange | Device: PJSIP/bob
        DeviceStateChange | Device: PJSIP/nobody | State: INUSE
      `),
    );
    expect(tracked.changes).toEqual([]);
  });

  it('are none where an entry of a list says nothing', () => {
    const tracked = new Tracked(endpointKind).seed({
      PJSIPShowEndpoints: eventsOf(`
        EndpointList
        EndpointList | ObjectName: x
      `),
      PJSIPShowRegistrationInboundContactStatuses: eventsOf(`
        ContactStatusDetail
        ContactStatusDetail | EndpointName: x
        ContactStatusDetail | URI: sip:x@y
        ContactStatusDetail | URI: sip:x@y | EndpointName: x
      `),
      SIPpeers: eventsOf('PeerEntry'),
      IAXpeerlist: eventsOf('PeerEntry | ObjectName: y'),
    });
    expect(tracked.told(word)).toEqual(['PJSIP/x - -', 'PJSIP/x - - -', 'IAX2/y - -']);
  });

  it('end up the same wherever the lists come', () => {
    const { registers, isSilent, answers, leaves } = recorded;
    const parts = [registers, isSilent, answers, leaves];
    const gone = { ...recorded.listedWithoutBob, ...recorded.listedPeersGone };
    const lists: Lists[] = [
      gone,
      { ...gone, ...recorded.listedPhones(true) },
      { ...gone, ...recorded.listedPhones(false) },
      { ...gone, ...recorded.listedPhones(true) },
      gone,
    ];
    fc.assert(
      fc.property(fc.nat(4), fc.nat(), fc.nat(), (last, heard, ahead) => {
        const story = parts.slice(0, last).flat();
        const before = heard % (story.length + 1);
        // The lists may be ahead of the events.
        const isAhead = (part: number): boolean => parts.slice(0, part).flat().length >= before;
        const possible = [0, 1, 2, 3, 4].slice(0, last + 1).filter(isAhead);
        const listed = possible[ahead % possible.length] ?? last;
        const tracked = new Tracked(endpointKind)
          .take(story.slice(0, before))
          .seed(lists[listed] ?? {})
          .take(story.slice(before));
        const end = new Tracked(endpointKind).seed(lists[last] ?? {});
        const words = (one: Tracked<Endpoint>) =>
          Object.fromEntries([...one.map].map(([id, endpoint]) => [id, word(endpoint)]));
        expect(words(tracked)).toEqual(words(end));
      }),
    );
  });
});

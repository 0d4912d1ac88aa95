import { endpointKind } from '../../../lib/live/endpoints/endpoint-model.js';
import type { Endpoint } from '../../../lib/live/endpoints/endpoint.js';
import { Tracked } from '../support/tracked.js';
import { eventsOf } from '../support/written-events.js';
import * as recorded from './recorded.js';

const word = ({ deviceState, reachability }: Endpoint): string =>
  `${deviceState ?? '-'} ${reachability ?? '-'}`;

describe('Endpoints', () => {
  it('that are peers follow their registrations', () => {
    const tracked = new Tracked(endpointKind).seed(recorded.listedPeersGone);
    tracked.changes.length = 0;
    tracked.take(recorded.peersRegister);
    expect(
      tracked.told(({ address, port, reachability }) => `${address} ${port} ${reachability}`),
    ).toEqual([
      'IAX2/dyn 127.0.0.1 undefined undefined',
      'SIP/sdyn 127.0.0.1 30773 undefined',
      'SIP/sdyn 127.0.0.1 30773 reachable',
    ]);
    // The port of the one, and that it answers, is in the list only.
    expect(tracked.stale).toBe(2);
    tracked.check(recorded.listedPeers);
    expect(tracked.map.get('IAX2/dyn')).toMatchObject({
      deviceState: 'unknown',
      reachability: 'reachable',
      isRegistered: true,
      address: '127.0.0.1',
      port: 30774,
      roundTripMs: 1,
    });
    tracked.changes.length = 0;
    tracked.take(recorded.peersLeave);
    expect(tracked.told(word)).toEqual([
      'SIP/sdyn not-in-use -',
      'SIP/sdyn unavailable -',
      'IAX2/dyn unknown -',
      'IAX2/dyn unavailable -',
    ]);
    expect(new Map(tracked.map)).toEqual(
      new Map(new Tracked(endpointKind).seed(recorded.listedPeersGone).map),
    );
  });

  // No recording has these: they are written after `channels/chan_sip.c`.
  it('that are peers tell how long they take to answer', () => {
    const tracked = new Tracked(endpointKind).take(
      eventsOf(`
        PeerStatus | Peer: SIP/a | PeerStatus: Registered | Address: [2001:db8::1]:5060
        PeerStatus | Peer: SIP/a | PeerStatus: Lagged | Time: 2100
        PeerStatus | Peer: SIP/a | PeerStatus: Unreachable | Time: -1
        PeerStatus | Peer: SIP/a | PeerStatus: Reachable | Time: 12
        PeerStatus | Peer: SIP/a | PeerStatus: Rejected | Cause: Wrong password | Address: 192.0.2.1:5060
        PeerStatus | Peer: SIP/a | PeerStatus: Registered | Address: 2001:db8::2 | Port: 5061
      `),
    );
    expect(
      tracked.told((one) => [one.address, one.port, one.reachability, one.roundTripMs].join()),
    ).toEqual([
      'SIP/a 2001:db8::1,5060,,',
      'SIP/a 2001:db8::1,5060,lagged,2100',
      'SIP/a 2001:db8::1,5060,unreachable,',
      'SIP/a 2001:db8::1,5060,reachable,12',
      'SIP/a 2001:db8::2,5061,reachable,12',
    ]);
  });
});

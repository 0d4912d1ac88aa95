import { endpointKind } from '../../../lib/live/endpoints/endpoint-model.js';
import type { Endpoint } from '../../../lib/live/endpoints/endpoint.js';
import { Bench, eventsOf } from '../support/bench.js';
import * as recorded from './recorded.js';

const word = ({ deviceState, reachability }: Endpoint): string =>
  `${deviceState ?? '-'} ${reachability ?? '-'}`;

describe('Endpoints', () => {
  it('that are peers follow their registrations', () => {
    const bench = new Bench(endpointKind).seed(recorded.listedPeersGone);
    bench.changes.length = 0;
    bench.take(recorded.peersRegister);
    expect(
      bench.told(({ address, port, reachability }) => `${address} ${port} ${reachability}`),
    ).toEqual([
      'IAX2/dyn 127.0.0.1 undefined undefined',
      'SIP/sdyn 127.0.0.1 30773 undefined',
      'SIP/sdyn 127.0.0.1 30773 reachable',
    ]);
    // The port of the one, and that it answers, is in the list only.
    expect(bench.staleCount).toBe(2);
    bench.check(recorded.listedPeers);
    expect(bench.state.get('IAX2/dyn')).toMatchObject({
      deviceState: 'unknown',
      reachability: 'reachable',
      isRegistered: true,
      address: '127.0.0.1',
      port: 30774,
      roundTripMs: 1,
    });
    bench.changes.length = 0;
    bench.take(recorded.peersLeave);
    expect(bench.told(word)).toEqual([
      'SIP/sdyn not-in-use -',
      'SIP/sdyn unavailable -',
      'IAX2/dyn unknown -',
      'IAX2/dyn unavailable -',
    ]);
    expect(new Map(bench.state)).toEqual(
      new Map(new Bench(endpointKind).seed(recorded.listedPeersGone).state),
    );
  });

  // No recording has these: they are written after `channels/chan_sip.c`.
  it('that are peers tell how long they take to answer', () => {
    const bench = new Bench(endpointKind).take(
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
      bench.told((one) => [one.address, one.port, one.reachability, one.roundTripMs].join()),
    ).toEqual([
      'SIP/a 2001:db8::1,5060,,',
      'SIP/a 2001:db8::1,5060,lagged,2100',
      'SIP/a 2001:db8::1,5060,unreachable,',
      'SIP/a 2001:db8::1,5060,reachable,12',
      'SIP/a 2001:db8::2,5061,reachable,12',
    ]);
  });
});

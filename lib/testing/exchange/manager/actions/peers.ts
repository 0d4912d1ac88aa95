import type { ManagerAction } from '../manager-action.js';

/** A list of a channel technology that has nobody. */
function nobody(
  name: string,
  synopsis: string,
  message: string,
  complete: string,
  more: Partial<ManagerAction> = {},
): ManagerAction {
  return {
    ...{ name, privilege: ['system', 'reporting'], synopsis, ...more },
    run: (request) => {
      request.list(message, [], complete);
      return undefined;
    },
  };
}

/** Later versions are without chan_sip. */
const sip: Partial<ManagerAction> = { isLoaded: ({ version }) => version === '16' };

const peers = 'Peer status list will follow';
const registry = 'RegistrationsComplete';

/** The peers and registrations of chan_iax2 and chan_sip: there are none. */
export const peerActions: readonly ManagerAction[] = [
  nobody('IAXpeers', 'List IAX peers.', peers, 'PeerlistComplete'),
  nobody('IAXpeerlist', 'List IAX Peers.', `IAX ${peers}`, 'PeerlistComplete'),
  nobody('IAXregistry', 'Show IAX registrations.', 'Registrations will follow', registry),
  nobody('SIPpeers', 'List SIP peers (text format).', peers, 'PeerlistComplete', sip),
  nobody(
    'SIPpeerstatus',
    'Show the status of one or all of the sip peers.',
    'Peer status will follow',
    'SIPpeerstatusComplete',
    { ...sip, privilege: ['system'] },
  ),
  nobody(
    'SIPshowregistry',
    'Show SIP registrations (text format).',
    'Registrations will follow',
    registry,
    sip,
  ),
];

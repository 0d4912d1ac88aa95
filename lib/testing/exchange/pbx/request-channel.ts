import type { Channel } from './channel.js';
import { hangupCause } from './hangup-cause.js';
import { createLocal } from './local-channels.js';
import type { ChannelRequest } from './local-channels.js';
import type { Pbx } from './pbx.js';

/** A channel to a destination such as `Local/100@default`, or the cause why there is none. */
export function requestChannel(
  pbx: Pbx,
  destination: string,
  request: ChannelRequest = {},
): Channel | number {
  const slash = destination.indexOf('/');
  const technology = destination.slice(0, slash).toLowerCase();
  const address = destination.slice(slash + 1);
  if (technology === 'local') {
    return createLocal(pbx, address, request);
  }
  if (technology === 'pjsip') return pbx.phones.request(address, request);
  return hangupCause.unallocated;
}

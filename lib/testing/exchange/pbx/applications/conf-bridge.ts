import type { Application } from '../application.js';
import type { Channel } from '../channel.js';
import { pause } from '../pause.js';

/** How long it takes to say why somebody can't join. */
const refusalMs = 2000;

/** Takes part in a conference: `room[,bridge profile[,user profile]]`. */
export const confBridge: Application = function* (channel, data) {
  const [name = '', bridgeProfile = '', userProfile = ''] = data.split(',');
  const { conferences } = channel.pbx;
  const { bridges, users } = conferences.profiles;
  const profile = bridges.get(bridgeProfile === '' ? 'default_bridge' : bridgeProfile);
  const user = users.get(userProfile === '' ? 'default_user' : userProfile);
  if (name === '' || profile === undefined || user === undefined) return fail(channel);
  channel.answer();
  const conference = conferences.open(name, profile);
  const isFull = profile.maxMembers > 0 && conference.users.length >= profile.maxMembers;
  if ((conference.isLocked || isFull) && !user.isAdmin) {
    yield* pause(channel.pbx, refusalMs);
    return fail(channel);
  }
  yield* conference.join(channel, user);
  return undefined;
};

function fail(channel: Channel): false {
  channel.setVariable('CONFBRIDGE_RESULT', 'FAILED');
  return false;
}

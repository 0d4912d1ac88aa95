import type { Application } from '../application.js';
import type { Channel } from '../channel.js';
import { forever } from '../pause.js';
import { findRinging, pickUp } from '../transfers/pick-up.js';

/** Answers a call to an extension that rings: `exten@context&…`. */
export const pickup: Application = function* (channel, data) {
  const wanted = data.split('&').map((one) => one.trim().split('@'));
  const target = firstOf(wanted, ([exten = '', context = channel.place.context]) =>
    findRinging(channel, ({ place }) => place.exten === exten && place.context === context),
  );
  return yield* answerInstead(channel, target);
};

/** Answers a call to a channel that rings: `channel&…`. */
export const pickupChannel: Application = function* (channel, data) {
  const [names = ''] = data.split(',');
  const target = firstOf(names.split('&'), (name) =>
    findRinging(channel, (ringing) => ringing.name.toLowerCase() === name.trim().toLowerCase()),
  );
  return yield* answerInstead(channel, target);
};

function firstOf<T>(wanted: readonly T[], find: (one: T) => Channel | undefined) {
  for (const one of wanted) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Goes on in the dialplan if nobody rings; else the channel is taken by the one who calls. */
function* answerInstead(channel: Channel, target: Channel | undefined) {
  if (target === undefined || !pickUp(channel, target)) return true;
  yield* forever();
  return true;
}

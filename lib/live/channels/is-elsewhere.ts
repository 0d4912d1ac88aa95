import type { Channel } from './channel.js';

/** Whether only that is new which no event tells for sure. */
export function isElsewhere(channel: Channel, previous: Channel | undefined): boolean {
  if (previous === undefined || channel.application === previous.application) return false;
  for (const field in channel) {
    const name = field as keyof Channel;
    if (name !== 'application' && channel[name] !== previous[name]) return false;
  }
  return true;
}

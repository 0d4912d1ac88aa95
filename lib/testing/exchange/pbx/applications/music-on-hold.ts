import type { Application } from '../application.js';
import type { Channel } from '../channel.js';
import { forever, pause } from '../pause.js';

const listeners = new WeakSet<Channel>();

/** Music begins for a channel. */
export function startMusic(channel: Channel, musicClass = 'default'): void {
  listeners.add(channel);
  channel.pbx.emit('MusicOnHoldStart', ['call'], { ...channel.fields(), Class: musicClass });
}

/** Music ends for a channel, if it hears any. */
export function stopMusic(channel: Channel): void {
  if (!listeners.delete(channel)) return;
  channel.pbx.emit('MusicOnHoldStop', ['call'], channel.fields());
}

/** Plays music for so many seconds, or to the end. */
export const musicOnHold: Application = function* (channel, data) {
  const [musicClass = '', seconds = ''] = data.split(',');
  startMusic(channel, musicClass === '' ? 'default' : musicClass);
  try {
    yield* seconds === '' ? forever() : pause(channel.pbx, Number(seconds) * 1000);
  } finally {
    stopMusic(channel);
  }
  return true;
};

import { startMusic, stopMusic } from '../pbx/applications/music-on-hold.js';
import type { Channel } from '../pbx/channel.js';

/** A phone puts whom it talks with on hold: they hear music. */
export function hold(channel: Channel): void {
  channel.pbx.emit('Hold', ['call'], channel.fields());
  for (const other of othersOf(channel)) startMusic(other);
}

/** A phone goes on talking. */
export function unhold(channel: Channel): void {
  channel.pbx.emit('Unhold', ['call'], channel.fields());
  for (const other of othersOf(channel)) stopMusic(other);
}

function othersOf(channel: Channel): readonly Channel[] {
  return channel.bridge?.channels.filter((other) => other !== channel) ?? [];
}

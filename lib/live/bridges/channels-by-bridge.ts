import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import type { Bridge } from './bridge.js';

/** Who is in which bridge, by the entries of `CoreShowChannels`; the oldest first. */
export function channelsByBridge(entries: readonly AmiEvent[]): Map<string, readonly string[]> {
  const channels = new Map<string, string[]>();
  for (const entry of entries) {
    const id = entry.get('Uniqueid');
    const bridge = entry.get('BridgeId') ?? '';
    if (id === undefined || bridge === '') continue;
    const inside = channels.get(bridge);
    if (inside === undefined) channels.set(bridge, [ownText(id)]);
    else inside.push(ownText(id));
  }
  for (const ids of channels.values()) ids.sort(byAge);
  return channels;
}

/** A bridge with these channels in it; those that are known keep their order. */
export function withChannels(bridge: Bridge, listed: readonly string[]): Bridge {
  const there = new Set(listed);
  const known = bridge.channels.filter((channel) => there.has(channel));
  if (known.length === bridge.channels.length && known.length === listed.length) return bridge;
  const others = listed.filter((channel) => !known.includes(channel));
  return { ...bridge, channels: [...known, ...others] };
}

/** Uniqueids hold the second, and count up within it. */
function byAge(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

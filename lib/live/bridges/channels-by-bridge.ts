import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';

/** Who is in which bridge, by the entries of `CoreShowChannels`; the oldest first. */
export function channelsByBridge(entries: readonly AmiEvent[]): Map<string, readonly string[]> {
  const channels = new Map<string, string[]>();
  for (const entry of entries) {
    const id = entry.get('Uniqueid') ?? '';
    const bridge = entry.get('BridgeId') ?? '';
    if (id === '' || bridge === '') continue;
    const inside = channels.get(bridge);
    if (inside === undefined) channels.set(ownText(bridge), [ownText(id)]);
    else inside.push(ownText(id));
  }
  for (const ids of channels.values()) ids.sort(byAge);
  return channels;
}

/** The channels that are listed; those that are known keep their order. */
export function inKnownOrder(
  known: readonly string[],
  listed: readonly string[],
): readonly string[] {
  const there = new Set(listed);
  const still = known.filter((channel) => there.has(channel));
  if (still.length === known.length && still.length === listed.length) return known;
  return [...still, ...listed.filter((channel) => !still.includes(channel))];
}

/** Uniqueids hold the second, and count up within it. */
function byAge(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

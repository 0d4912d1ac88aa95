import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';

/** Who is in which of the known bridges, by the entries of `CoreShowChannels`; the oldest first. */
export function channelsByBridge(
  entries: readonly AmiEvent[],
  bridges: ReadonlyMap<string, unknown>,
): Map<string, readonly string[]> {
  const channels = new Map<string, string[]>([...bridges.keys()].map((id) => [id, []]));
  for (const entry of entries) {
    const id = entry.get('Uniqueid');
    const bridge = entry.get('BridgeId') ?? '';
    if (id !== undefined) channels.get(bridge)?.push(ownText(id));
  }
  for (const ids of channels.values()) ids.sort(byAge);
  return channels;
}

/** Uniqueids hold the second, and count up within it. */
function byAge(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

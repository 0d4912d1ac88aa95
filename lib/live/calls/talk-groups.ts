import type { Bridge } from '../bridges/bridge.js';
import type { Channel } from '../channels/channel.js';
import { isLocal } from './leg.js';

/** What is known of the exchange. */
export interface Surroundings {
  channel(id: string | undefined): Channel | undefined;
  bridge(id: string | undefined): Bridge | undefined;
}

/**
 * Who hear each other, among the channels of a call: those in one bridge, and through Local channels
 * those in another one. A Local channel whose other half runs in the dialplan stands for that.
 */
export function talkGroups(channels: Iterable<Channel>, around: Surroundings): string[][] {
  const groups: string[][] = [];
  // Of a call these are few.
  const visited: string[] = [];
  for (const { bridgeId } of channels) {
    if (bridgeId === undefined || visited.includes(bridgeId)) continue;
    const members: string[] = [];
    collect(bridgeId, around, visited, members);
    if (members.length > 1) groups.push(members);
  }
  return groups;
}

function collect(
  bridgeId: string,
  around: Surroundings,
  visited: string[],
  members: string[],
): void {
  if (visited.includes(bridgeId)) return;
  visited.push(bridgeId);
  const bridge = around.bridge(bridgeId);
  if (bridge === undefined || isForWaiting(bridge)) return;
  for (const id of bridge.channels) {
    const channel = around.channel(id);
    if (channel === undefined) continue;
    const other = around.channel(channel.otherHalf);
    // Behind half of a Local channel whose other half has hung up there is nobody.
    if (other === undefined && isLocal(channel)) continue;
    if (other === undefined) members.push(id);
    else if (other.bridgeId !== undefined) collect(other.bridgeId, around, visited, members);
    else members.push(other.id);
  }
}

/** In such a bridge nobody hears anybody. */
function isForWaiting({ technology }: Bridge): boolean {
  return technology === 'holding_bridge';
}

/** Whether the same people hear each other. */
export function isSameGroups(
  a: readonly (readonly string[])[],
  b: readonly (readonly string[])[],
): boolean {
  return (
    a.length === b.length &&
    a.every((group, i) => group.length === b[i]?.length && group.every((id, j) => id === b[i]?.[j]))
  );
}

import { isInternal } from './channel.js';
import type { Channel } from './channel.js';
import type { ChannelTable } from './channel-table.js';
import type { Call, CallState } from './call.js';
import { partiesOf } from './party.js';
import type { Party } from './party.js';

/** What can be said of a call by its channels alone: all but its times. */
export type Description = Omit<Call, 'id' | 'startedAt' | 'since'>;

/** Describes a call by the channels that it has; `undefined` if they are nobody's. */
export function describeCall(linkedid: string, table: ChannelTable): Description | undefined {
  const channels = table.ofCall(linkedid).filter((channel) => !isInternal(channel));
  const [who, ...others] = partiesOf(channels, table);
  if (who === undefined) return undefined;
  const state = stateOf(channels, table);
  const queue = channels.find((channel) => channel.queue !== undefined)?.queue;
  const room = channels.find((channel) => channel.room !== undefined)?.room;
  const { exten } = channels.find(({ name }) => name === who.channel) ?? {};
  return {
    who,
    with: room === undefined ? [...others, ...guestsOf(linkedid, channels, table)] : others,
    state,
    ...(queue === undefined ? {} : { queue }),
    ...(room === undefined ? {} : { room }),
    ...(exten === undefined || state !== 'up' ? {} : { exten }),
  };
}

/** Who is in the same bridges and counts as of another call, as after a pickup. */
function guestsOf(linkedid: string, channels: readonly Channel[], table: ChannelTable): Party[] {
  const bridges = new Set(channels.map(({ bridge }) => bridge));
  const guests = [...bridges]
    .flatMap((bridge) => [...table.inBridge(bridge)])
    .map((id) => table.get(id))
    .filter((channel) => channel !== undefined && channel.linkedid !== linkedid);
  return partiesOf(guests as Channel[], table);
}

function stateOf(channels: readonly Channel[], table: ChannelTable): CallState {
  if (channels.some(({ room }) => room !== undefined)) return 'conference';
  const met = channels.filter(
    ({ bridge, isParked }) => isParked !== true && table.inBridge(bridge).size > 1,
  );
  if (met.length > 0) return met.some(({ isHeld }) => isHeld === true) ? 'held' : 'talking';
  if (channels.some(({ isParked }) => isParked === true)) return 'parked';
  const dialled = channels.filter(({ dial, state }) => dial?.isOpen === true && state !== 'Up');
  const rings =
    dialled.some(({ dial }) => dial?.isRinging === true) ||
    channels.some(({ state }) => state === 'Ringing');
  if (rings) return 'ringing';
  if (channels.some(({ queue }) => queue !== undefined)) return 'queued';
  if (dialled.length > 0) return 'dialling';
  return channels.some(({ state }) => state === 'Up') ? 'up' : 'dialling';
}

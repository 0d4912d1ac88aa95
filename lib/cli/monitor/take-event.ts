import type { AmiEvent } from '../../wire/index.js';
import { readSnapshot } from './channel.js';
import type { Channel, Dial } from './channel.js';
import type { ChannelTable } from './channel-table.js';

/** Takes an event into the table; events about other things change nothing. */
export function takeEvent(table: ChannelTable, event: AmiEvent): void {
  const { name } = event;
  if (name === 'Hangup') {
    const gone = table.get(event.get('Uniqueid'));
    if (gone !== undefined) table.remove(gone);
    return;
  }
  if (name === 'Rename') {
    const renamed = table.get(event.get('Uniqueid'));
    if (renamed !== undefined) table.patch(renamed, { name: event.get('Newname') ?? renamed.name });
    return;
  }
  const snapshot = readSnapshot(event);
  const channel = snapshot === undefined ? undefined : table.upsert(snapshot);
  const destSnapshot = event.has('DestUniqueid') ? readSnapshot(event, 'Dest') : undefined;
  const dest = destSnapshot === undefined ? undefined : table.upsert(destSnapshot);
  if (channel !== undefined) {
    const change = changeOfChannel(event, channel);
    if (change !== undefined) table.patch(channel, change);
  }
  if (dest !== undefined) {
    const change = changeOfDest(event, dest, snapshot?.id);
    if (change !== undefined) table.patch(dest, change);
  }
}

/** What an event changes about the channel that it is about. */
function changeOfChannel(event: AmiEvent, channel: Channel): Partial<Channel> | undefined {
  switch (event.name) {
    case 'BridgeEnter':
      return {
        bridge: event.get('BridgeUniqueid'),
        isParked: event.get('BridgeType') === 'parking',
        isLinked: false,
      };
    case 'BridgeLeave':
      // After a merge, the leave of the old bridge may come behind the entry into the new one.
      return channel.bridge === event.get('BridgeUniqueid')
        ? { bridge: undefined, isParked: false, isHeld: false }
        : undefined;
    case 'Hold':
      return { isHeld: true };
    case 'Unhold':
      return { isHeld: false };
    case 'QueueCallerJoin':
      return { queue: event.get('Queue') };
    case 'QueueCallerLeave':
      return { queue: undefined };
    case 'ConfbridgeJoin':
      return { room: event.get('Conference') };
    case 'MeetmeJoin':
      return { room: event.get('Meetme') };
    case 'ConfbridgeLeave':
    case 'MeetmeLeave':
      return { room: undefined };
    default:
      return undefined;
  }
}

/** What an event changes about the channel that is called. */
function changeOfDest(
  event: AmiEvent,
  dest: Channel,
  by: string | undefined,
): Partial<Channel> | undefined {
  switch (event.name) {
    case 'AgentCalled':
    case 'AgentConnect':
      return { member: event.get('MemberName') };
    case 'DialBegin':
      return { dial: { by, isOpen: true, isRinging: false } };
    case 'DialState': {
      const isRinging = event.get('DialStatus') === 'RINGING';
      return isRinging && dest.dial?.isOpen === true
        ? { dial: { ...dest.dial, isRinging } }
        : undefined;
    }
    case 'DialEnd':
      return { dial: endOfDial(event, by) };
    default:
      return undefined;
  }
}

/** Who answered stays linked to who called; any other end unlinks them. */
function endOfDial(event: AmiEvent, by: string | undefined): Dial | undefined {
  const isAnswered = event.get('DialStatus') === 'ANSWER';
  return isAnswered ? { by, isOpen: false, isRinging: false } : undefined;
}

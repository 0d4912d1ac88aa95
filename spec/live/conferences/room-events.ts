import type { Cause } from '../../../lib/live/core/change.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { eventOf } from '../support/written-events.js';

type Fields = Readonly<Record<string, string>>;

/** `Confbridge…` of a conference, about a channel where there is one; by the catalogue. */
export function roomEvent(
  name: string,
  conference: string,
  channelId?: string,
  fields: Fields = {},
): AmiEvent {
  return eventOf(`Confbridge${name}`, {
    Privilege: 'call,all',
    Conference: conference,
    BridgeUniqueid: `bridge-of-${conference}`,
    ...(channelId === undefined ? {} : channelFields(channelId)),
    ...(name === 'Join' ? { Admin: 'No', Muted: 'No' } : {}),
    ...fields,
  });
}

/** The entries of `ConfbridgeListRooms`. */
export function roomsOf(names: readonly string[], fields: Fields = {}): AmiEvent[] {
  return names.map((Conference) =>
    eventOf('ConfbridgeListRooms', { Conference, Locked: 'No', ...fields }),
  );
}

/** The entries of `ConfbridgeList`. */
export function listOf(
  conference: string,
  channelIds: readonly string[],
  fields: Fields = {},
): AmiEvent[] {
  const flags = { Admin: 'No', MarkedUser: 'No', Waiting: 'No', Muted: 'No', Talking: 'No' };
  return channelIds.map((id) =>
    eventOf('ConfbridgeList', {
      Conference: conference,
      ...flags,
      ...channelFields(id),
      ...fields,
    }),
  );
}

/** The name of the event that was the cause. */
export function nameOf(cause: Cause): string {
  return cause.type === 'event' ? cause.event.name : cause.type;
}

function channelFields(id: string): Fields {
  return { Channel: `PJSIP/phone-${id}`, CallerIDNum: id, CallerIDName: '<unknown>', Uniqueid: id };
}

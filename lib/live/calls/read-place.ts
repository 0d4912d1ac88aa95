import type { Channel } from '../channels/channel.js';
import type { CallRecord } from './call-record.js';
import { isOpen } from './dial.js';

/**
 * Tells from the application of a listed channel where it is: of what happened unseen, no event has
 * said that it was answered, has joined or left a queue or a conference, or was parked.
 */
export function readPlace(channel: Channel, record: CallRecord, at: number): void {
  const { application, id, bridgeId } = channel;
  const [first = ''] = application?.data.split(',') ?? [];
  const name = application?.name ?? '';
  leaveOthers(channel, record, at);
  if (channel.state === 'up') {
    record.dials.change(
      (dial) => isOpen(dial) && dial.to === id,
      (dial) => ({ ...dial, status: 'answered', endedAt: at }),
    );
  }
  if (name === 'Queue' && bridgeId === undefined && record.queue?.leftAt === undefined) {
    record.queue ??= {
      queue: first,
      channelId: id,
      joinedAt: undefined,
      leftAt: undefined,
      agent: undefined,
      isAbandoned: false,
    };
  }
  if (isConference(name) && bridgeId !== undefined) record.conference ??= first;
  if (isParking(name) && bridgeId !== undefined) {
    record.parking ??= { channelId: id, lot: undefined, space: undefined, parkedAt: at };
  }
}

function leaveOthers({ id, application, bridgeId }: Channel, record: CallRecord, at: number): void {
  const name = application?.name ?? '';
  const { queue, parking } = record;
  const hasLeft = name !== 'Queue' || bridgeId !== undefined;
  if (queue?.channelId === id && queue.leftAt === undefined && hasLeft) {
    record.queue = { ...queue, leftAt: at };
  }
  if (parking?.channelId === id && bridgeId === undefined) record.parking = undefined;
}

function isParking(application: string): boolean {
  return application === 'Park' || application === 'ParkAndAnnounce';
}

/** Whether the application is a conference. */
export function isConference(application: string): boolean {
  return application === 'ConfBridge' || application === 'MeetMe';
}

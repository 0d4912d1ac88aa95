import type { Channel } from '../../pbx/channel.js';
import { beginTransfer, cancelTransfer } from '../../pbx/transfers/attended-transfer.js';
import { transferBlind } from '../../pbx/transfers/transfer-blind.js';
import type { Place } from '../../pbx/place.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';

const blindTransfer: ManagerAction = {
  name: 'BlindTransfer',
  privilege: ['call'],
  synopsis: 'Blind transfer channel(s) to the given destination',
  run: (request) => {
    const channel = channelOf(request, { needsExten: true });
    if (channel === undefined) return undefined;
    const result = transferBlind(channel, placeOf(request, channel));
    if (result === 'Success') request.succeed('Transfer succeeded');
    else request.fail('Transfer invalid');
    return undefined;
  },
};

const attendedTransfer: ManagerAction = {
  name: 'Atxfer',
  privilege: ['call'],
  synopsis: 'Attended transfer.',
  run: (request) => {
    const channel = channelOf(request, { needsExten: true });
    if (channel === undefined) return undefined;
    request.succeed('Atxfer successfully queued');
    const place = placeOf(request, channel);
    request.pbx.soon(() => {
      if (!channel.isHungUp) beginTransfer(channel, place);
    });
    return undefined;
  },
};

const cancelAttendedTransfer: ManagerAction = {
  name: 'CancelAtxfer',
  privilege: ['call'],
  synopsis: 'Cancel an attended transfer.',
  run: (request) => {
    const channel = channelOf(request, { needsExten: false });
    if (channel === undefined) return undefined;
    request.succeed('CancelAtxfer successfully queued');
    request.pbx.soon(() => {
      if (!channel.isHungUp) cancelTransfer(channel);
    });
    return undefined;
  },
};

/** What a manager does to hand calls over. */
export const transferActions: readonly ManagerAction[] = [
  ...[attendedTransfer, blindTransfer, cancelAttendedTransfer],
];

/** The channel that is asked for; if there is none, the request has been answered. */
function channelOf(request: Request, { needsExten }: { needsExten: boolean }): Channel | undefined {
  const name = request.get('Channel');
  if (name === '') {
    request.fail('No channel specified');
    return undefined;
  }
  if (needsExten && request.get('Exten') === '') {
    request.fail('No extension specified');
    return undefined;
  }
  const channel = request.pbx.findChannel(name);
  if (channel === undefined) request.fail('Channel specified does not exist');
  return channel;
}

function placeOf(request: Request, channel: Channel): Place {
  const context = request.get('Context');
  return {
    context: context === '' ? channel.place.context : context,
    exten: request.get('Exten'),
    priority: 1,
  };
}

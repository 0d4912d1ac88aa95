import type { AmiEvent } from '../../wire/index.js';
import type { Party } from '../channels/channel.js';
import type { Context } from '../core/context.js';
import type { Handler } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import type { CallRecord } from './call-record.js';
import { isConference } from './read-place.js';
import type { Surroundings } from './talk-groups.js';
import type { Touch } from './touch.js';

/** What conferences, parking lots, transfers and recorders tell of a call. */
export function placeHandlers(
  touch: Touch,
  context: Context,
  around: Surroundings,
): Record<string, Handler> {
  const joined =
    (field: string): Handler =>
    (event) => {
      const record = touch(event.get('Uniqueid'));
      const conference = readText(event, field);
      if (record === undefined || conference === undefined) return;
      record.conference = conference;
      record.note('conference-joined', context.at, idOf(event), conference);
    };
  const left =
    (field: string): Handler =>
    (event) => {
      const record = touch(event.get('Uniqueid'));
      if (record?.conference === undefined) return;
      // Others of the same call may still be in it.
      const isAlone = ![...record.channels.keys()].some(
        (id) =>
          id !== event.get('Uniqueid') && isConference(around.channel(id)?.application?.name ?? ''),
      );
      if (isAlone) record.conference = undefined;
      record.note('conference-left', context.at, idOf(event), readText(event, field));
    };
  const unparked = (event: AmiEvent): CallRecord | undefined => {
    const record = touch(event.get('ParkeeUniqueid'));
    if (record?.parking === undefined) return undefined;
    record.note('unparked', context.at, record.parking.channelId, record.parking.space);
    record.parking = undefined;
    return record;
  };
  const recording =
    (isOn: boolean): Handler =>
    (event) => {
      const id = idOf(event);
      const record = touch(id);
      if (record === undefined || id === undefined || record.recorded.has(id) === isOn) return;
      if (isOn) record.recorded.add(id);
      else record.recorded.delete(id);
      record.note(isOn ? 'recording-started' : 'recording-stopped', context.at, id);
    };
  return {
    ConfbridgeJoin: joined('Conference'),
    ConfbridgeLeave: left('Conference'),
    MeetmeJoin: joined('Meetme'),
    MeetmeLeave: left('Meetme'),
    ParkedCall: (event) => {
      const channelId = readText(event, 'ParkeeUniqueid');
      const record = touch(channelId);
      if (record === undefined || channelId === undefined) return;
      const space = readText(event, 'ParkingSpace');
      record.parking = {
        channelId,
        lot: readText(event, 'Parkinglot'),
        space,
        parkedAt: context.at,
      };
      record.note('parked', context.at, channelId, space);
    },
    UnParkedCall: (event) => {
      const channelId = readText(event, 'RetrieverUniqueid');
      const record = unparked(event);
      if (channelId === undefined) return;
      record?.callee.take({ at: context.at, channelId, party: readParty(event, 'Retriever') });
    },
    ParkedCallTimeOut: unparked,
    ParkedCallGiveUp: (event) => {
      const record = touch(event.get('ParkeeUniqueid'));
      if (record?.parking !== undefined) record.giveUp(context.at);
    },
    BlindTransfer: (event) => {
      const record =
        touch(event.get('TransfererUniqueid')) ?? touch(event.get('TransfereeUniqueid'));
      if (record === undefined) return;
      const to = [readText(event, 'Extension'), readText(event, 'Context')];
      const target = to.filter((part) => part !== undefined).join('@');
      record.addTransfer({
        type: 'blind',
        at: context.at,
        by: readParty(event, 'Transferer'),
        to: target,
        isSuccessful: event.get('Result') === 'Success',
      });
      record.note('transferred', context.at, readText(event, 'TransfereeUniqueid'), target);
    },
    AttendedTransfer: (event) => {
      const record =
        touch(event.get('TransfereeUniqueid')) ??
        touch(event.get('TransferTargetUniqueid')) ??
        touch(event.get('OrigTransfererUniqueid'));
      if (record === undefined) return;
      // Two bridges that become one have no target of their own: it is whom was consulted.
      const to =
        readText(event, 'TransferTargetChannel') ??
        readText(event, 'DestApp') ??
        readText(event, 'SecondTransfererConnectedLineNum');
      record.addTransfer({
        type: 'attended',
        at: context.at,
        by: readParty(event, 'OrigTransferer'),
        to,
        isSuccessful: event.get('Result') === 'Success',
      });
      record.note('transferred', context.at, readText(event, 'TransfereeUniqueid'), to);
    },
    MixMonitorStart: recording(true),
    MixMonitorStop: recording(false),
    MonitorStart: recording(true),
    MonitorStop: recording(false),
  };
}

function idOf(event: AmiEvent): string | undefined {
  const id = event.get('Uniqueid');
  return id === undefined ? undefined : ownText(id);
}

function readParty(event: AmiEvent, prefix: string): Party {
  return {
    number: readText(event, `${prefix}CallerIDNum`),
    name: readText(event, `${prefix}CallerIDName`),
  };
}

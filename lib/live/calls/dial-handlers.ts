import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import type { Handler } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import type { Touch } from './touch.js';
import { isOpen, toDialStatus } from './dial.js';
import type { Dial } from './dial.js';

/** What dials tell of a call. */
export function dialHandlers(touch: Touch, context: Context): Record<string, Handler> {
  return {
    DialBegin: (event) => {
      const to = event.get('DestUniqueid');
      const record = touch(to);
      if (record === undefined || to === undefined) return;
      const dial = readDial(event, to, context.at);
      if (record.dials.some((one) => isOpen(one) && one.to === to)) return;
      record.addDial(dial);
      record.note('dialing', context.at, dial.to, dial.channel);
    },
    DialState: (event) => {
      const to = event.get('DestUniqueid');
      const status = toDialStatus(event.get('DialStatus'));
      const record = touch(to);
      if (record === undefined || status === undefined) return;
      record.changeDials(
        (dial) => isOpen(dial) && dial.to === to && dial.status !== status,
        (dial) => {
          if (status === 'ringing') record.note('ringing', context.at, dial.to, dial.channel);
          return { ...dial, status };
        },
      );
    },
    DialEnd: (event) => {
      const to = event.get('DestUniqueid');
      const record = touch(to);
      if (record === undefined) return;
      const forwardedTo = readText(event, 'Forward');
      const said = toDialStatus(event.get('DialStatus')) ?? 'ended';
      const status = forwardedTo === undefined ? said : 'forwarded';
      record.changeDials(
        (dial) => isOpen(dial) && dial.to === to,
        (dial) => {
          const type = status === 'answered' ? 'answered' : 'dial-ended';
          record.note(type, context.at, dial.to, status);
          return { ...dial, status, endedAt: context.at, forwardedTo };
        },
      );
    },
    Pickup: (event) => {
      const by = event.get('Uniqueid');
      const record = touch(by) ?? touch(event.get('TargetUniqueid'));
      if (record === undefined || by === undefined) return;
      const channelId = ownText(by);
      const party = record.channels.get(channelId)?.caller ?? nobody;
      record.addPickup({ at: context.at, channelId, party });
      record.note('picked-up', context.at, channelId);
    },
  };
}

const nobody = { number: undefined, name: undefined };

function readDial(event: AmiEvent, to: string, startedAt: number): Dial {
  return {
    from: readText(event, 'Uniqueid'),
    to: ownText(to),
    channel: readText(event, 'DestChannel') ?? '',
    party: {
      number: readText(event, 'DestCallerIDNum'),
      name: readText(event, 'DestCallerIDName'),
    },
    status: 'dialing',
    startedAt,
    endedAt: undefined,
    member: undefined,
    forwardedTo: undefined,
  };
}

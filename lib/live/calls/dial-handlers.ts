import type { Context } from '../core/context.js';
import type { Handler } from '../core/model.js';
import { isNothing, readText } from '../core/read-value.js';
import type { Touch } from './touch.js';
import { isOpen, toDialStatus } from './dial.js';
import type { Dial } from './dial.js';

/** What dials tell of a call. */
export function dialHandlers(touch: Touch, context: Context): Record<string, Handler> {
  return {
    DialBegin: () => {
      const to = context.destUniqueid;
      const record = touch(to);
      if (record === undefined) return;
      const dial = readDial(context);
      if (record.dials.list.some((one) => isOpen(one) && one.to === to)) return;
      record.dials.add(dial);
      record.note('dialing', context.at, dial.to, dial.channel);
    },
    DialState: () => {
      const to = context.destUniqueid;
      const status = toDialStatus(context.get('DialStatus'));
      const record = touch(to);
      if (record === undefined || status === undefined) return;
      record.dials.change(
        (dial) => isOpen(dial) && dial.to === to && dial.status !== status,
        (dial) => {
          if (status === 'ringing') record.note('ringing', context.at, dial.to, dial.channel);
          return { ...dial, status };
        },
      );
    },
    DialEnd: () => {
      const to = context.destUniqueid;
      const record = touch(to);
      if (record === undefined) return;
      const forwardedTo = readText(context, 'Forward');
      const said = toDialStatus(context.get('DialStatus')) ?? 'ended';
      const status = forwardedTo === undefined ? said : 'forwarded';
      record.dials.change(
        (dial) => isOpen(dial) && dial.to === to,
        (dial) => {
          const type = status === 'answered' ? 'answered' : 'dial-ended';
          record.note(type, context.at, dial.to, status);
          return { ...dial, status, endedAt: context.at, forwardedTo };
        },
      );
    },
    Pickup: (event) => {
      const channelId = context.uniqueid;
      const record = touch(event.get('TargetUniqueid'));
      if (record === undefined || isNothing(channelId)) return;
      const party = {
        number: readText(context, 'CallerIDNum'),
        name: readText(context, 'CallerIDName'),
      };
      record.addPickup({ at: context.at, channelId, party });
      record.note('picked-up', context.at, channelId);
    },
  };
}

function readDial(context: Context): Dial {
  const { uniqueid, destUniqueid, at } = context;
  return {
    from: isNothing(uniqueid) ? undefined : uniqueid,
    to: destUniqueid,
    channel: readText(context, 'DestChannel') ?? '',
    party: {
      number: readText(context, 'DestCallerIDNum'),
      name: readText(context, 'DestCallerIDName'),
    },
    status: 'dialing',
    startedAt: at,
    endedAt: undefined,
    member: undefined,
    forwardedTo: undefined,
  };
}

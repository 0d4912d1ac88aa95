import type { Scenario } from '../scenario.js';
import { callFrom } from './callers.js';

/** Conferences, as a manager chairs them. */
export const conferences: readonly Scenario[] = [
  {
    name: 'conference',
    run: async (stage) => {
      const room = { Conference: 'room' };
      const ann = await callFrom(stage, 'conference');
      await stage.until('ConfbridgeJoin');
      await stage.pass(200);
      const ben = await callFrom(stage, 'conference', { CallerID: '"Ben" <202>' });
      await stage.until('ConfbridgeJoin', {}, 2);
      await stage.pass(200);
      await stage.list('ConfbridgeList', room);
      await stage.list('ConfbridgeListRooms');
      await stage.act('ConfbridgeMute', { ...room, Channel: ann });
      await stage.act('ConfbridgeUnmute', { ...room, Channel: ann });
      await stage.act('ConfbridgeLock', room);
      await stage.list('ConfbridgeListRooms');
      await stage.act('ConfbridgeUnlock', room);
      await stage.act('ConfbridgeKick', { ...room, Channel: ann });
      await stage.until('ConfbridgeLeave');
      await stage.pass(300);
      await stage.act('Hangup', { Channel: ben });
      await stage.until('ConfbridgeEnd');
      await stage.pass(100);
      await stage.hangUpAll();
      await stage.list('ConfbridgeListRooms');
      await stage.act('ConfbridgeMute', { ...room, Channel: ann });
    },
  },
];

import type { Scenario } from '../scenario.js';
import { callFrom } from './callers.js';

/** Channels that a manager ends. */
export const hangups: readonly Scenario[] = [
  {
    name: 'hangup-with-cause',
    run: async (stage) => {
      const caller = await callFrom(stage, 'dialstays');
      await stage.until('BridgeEnter', {}, 2);
      await stage.pass(200);
      await stage.act('Hangup', { Channel: caller, Cause: 17 });
    },
  },
  {
    name: 'hangup-of-callee',
    run: async (stage) => {
      await callFrom(stage, 'dialstays');
      const callee = await stage.channelOf('BridgeEnter', { Channel: /answers/ });
      await stage.until('BridgeEnter', {}, 2);
      await stage.pass(200);
      await stage.act('Hangup', { Channel: callee });
    },
  },
  {
    name: 'hangup-by-timeout',
    run: async (stage) => {
      const caller = await callFrom(stage, 'stays');
      await stage.until('OriginateResponse');
      await stage.act('AbsoluteTimeout', { Channel: caller, Timeout: 1 });
    },
  },
];

import type { Scenario } from '../scenario.js';
import type { Stage } from '../stage.js';
import { callFrom } from './callers.js';

/** Parks the callee of a call. */
async function park(stage: Stage, timeoutMs: number): Promise<string> {
  const caller = await callFrom(stage, 'dialstays');
  const callee = await stage.channelOf('BridgeEnter', { Channel: /answers/ });
  await stage.until('BridgeEnter', {}, 2);
  await stage.pass(200);
  const where = { TimeoutChannel: caller, Timeout: timeoutMs };
  await stage.act('Park', { Channel: callee, ...where });
  await stage.until('ParkedCall');
  await stage.pass(300);
  return callee;
}

/** Calls that are parked. */
export const parking: readonly Scenario[] = [
  {
    name: 'park-retrieved',
    run: async (stage) => {
      await park(stage, 20_000);
      await stage.list('ParkedCalls');
      await callFrom(stage, '701', { Context: 'parkedcalls', CallerID: '"Rita" <204>' });
      await stage.until('UnParkedCall');
      await stage.until('Newexten', { Exten: 'stays', Priority: '2' }, 2);
      await stage.pass(200);
      await stage.hangUpAll();
    },
  },
  {
    name: 'park-given-up',
    run: async (stage) => {
      const callee = await park(stage, 20_000);
      await stage.act('Hangup', { Channel: callee });
      await stage.until('ParkedCallGiveUp');
      await stage.pass(100);
      await stage.hangUpAll();
    },
  },
  {
    name: 'park-timed-out',
    run: async (stage) => {
      await park(stage, 1_000);
      await stage.until('ParkedCallTimeOut');
      await stage.pass(300);
      await stage.hangUpAll();
    },
  },
  {
    name: 'park-application',
    run: async (stage) => {
      await callFrom(stage, 'parks');
      await stage.until('ParkedCall');
      await stage.pass(300);
      await stage.hangUpAll();
    },
  },
];

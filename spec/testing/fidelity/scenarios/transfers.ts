import type { Scenario } from '../scenario.js';
import type { Stage } from '../stage.js';
import { callFrom, callTo } from './callers.js';
import { merged, partedAtOnce } from './loose.js';

/** Two channels that talk to each other. */
async function talk(stage: Stage): Promise<{ caller: string; callee: string }> {
  const caller = await callFrom(stage, 'dialstays');
  const callee = await stage.channelOf('BridgeEnter', { Channel: /answers/ });
  await stage.until('BridgeEnter', {}, 2);
  await stage.pass(200);
  return { caller, callee };
}

const elsewhere = { Context: 'default', Exten: '300' };

/** When the one who was sent there stays there. */
async function arrived(stage: Stage, count = 1): Promise<void> {
  await stage.until('Newexten', { Exten: '300', Priority: '3' }, count);
  await stage.pass(200);
}

/** Calls that a manager moves. */
export const transfers: readonly Scenario[] = [
  {
    name: 'transfer-blind',
    loose: partedAtOnce,
    run: async (stage) => {
      const { caller } = await talk(stage);
      await stage.act('BlindTransfer', { Channel: caller, ...elsewhere });
      await arrived(stage);
      await stage.hangUpAll();
    },
  },
  {
    name: 'transfer-attended',
    loose: merged,
    run: async (stage) => {
      const { caller } = await talk(stage);
      await stage.act('Atxfer', { Channel: caller, ...elsewhere });
      await arrived(stage);
      await stage.pass(300);
      await stage.act('Hangup', { Channel: caller });
      await stage.until('AttendedTransfer');
      await stage.pass(300);
      await stage.hangUpAll();
    },
  },
  {
    name: 'redirect-one',
    run: async (stage) => {
      const { caller } = await talk(stage);
      await stage.act('Redirect', { Channel: caller, ...elsewhere, Priority: 1 });
      await arrived(stage);
      await stage.hangUpAll();
    },
  },
  {
    name: 'redirect-two',
    loose: partedAtOnce,
    run: async (stage) => {
      const { caller, callee } = await talk(stage);
      await stage.act('Redirect', {
        Channel: caller,
        ExtraChannel: callee,
        ...elsewhere,
        Priority: 1,
        ExtraContext: 'default',
        ExtraExten: '300',
        ExtraPriority: 1,
      });
      await arrived(stage, 2);
      await stage.hangUpAll();
    },
  },
  {
    name: 'bridge',
    run: async (stage) => {
      const one = await callTo(stage, 'stays');
      await stage.until('OriginateResponse');
      const other = await callTo(stage, '300');
      await arrived(stage);
      await stage.act('Bridge', { Channel1: one, Channel2: other, Tone: 'no' });
      const entered = await stage.until('BridgeEnter', {}, 2);
      const bridge = { BridgeUniqueid: entered.get('BridgeUniqueid') ?? '' };
      await stage.pass(200);
      await stage.list('BridgeList');
      await stage.list('BridgeInfo', bridge);
      await stage.list('CoreShowChannels');
      await stage.list('Status');
      await stage.act('BridgeKick', { ...bridge, Channel: one });
      await stage.pass(300);
      await stage.hangUpAll();
    },
  },
];

import type { Scenario } from '../scenario.js';
import type { Stage } from '../stage.js';
import { callFrom } from './callers.js';
import { partedAtOnce } from './loose.js';

/** Lets the caller of a queue be connected to a member who stays. */
async function connect(stage: Stage, extension: string): Promise<string> {
  const caller = await callFrom(stage, extension);
  await stage.until('BridgeEnter', {}, 2);
  await stage.pass(200);
  return caller;
}

/** Calls through a queue, by their outcome. */
export const queues: readonly Scenario[] = [
  {
    name: 'queue-caller-hangs-up',
    run: async (stage) => {
      await stage.act('Hangup', { Channel: await connect(stage, 'queuesupport') });
    },
  },
  {
    name: 'queue-member-hangs-up',
    run: async (stage) => {
      await callFrom(stage, 'queuebrief');
    },
  },
  {
    name: 'queue-member-state-follows',
    run: async (stage) => {
      await stage.act('QueueReset', { Queue: 'following' });
      await stage.act('Hangup', { Channel: await connect(stage, 'queuefollowing') });
    },
  },
  {
    name: 'queue-two-members',
    run: async (stage) => {
      await callFrom(stage, 'queueboth');
    },
  },
  {
    name: 'queue-ring-no-answer',
    run: async (stage) => {
      const caller = await callFrom(stage, 'queuesilent');
      await stage.until('AgentRingNoAnswer');
      await stage.pass(300);
      await stage.act('Hangup', { Channel: caller });
    },
  },
  {
    name: 'queue-timeout',
    run: async (stage) => {
      await callFrom(stage, 'queueempty');
    },
  },
  {
    name: 'queue-unknown',
    run: async (stage) => {
      await callFrom(stage, 'queuenone');
    },
  },
  {
    name: 'queue-two-callers',
    run: async (stage) => {
      await stage.act('QueueReset', { Queue: 'waiting' });
      const ann = await callFrom(stage, 'queuewaiting');
      await stage.until('QueueCallerJoin');
      const ben = await callFrom(stage, 'queuewaiting', { CallerID: '"Ben" <202>' });
      await stage.until('QueueCallerJoin', {}, 2);
      await stage.pass(200);
      await stage.list('QueueStatus', { Queue: 'waiting' });
      await stage.list('QueueSummary', { Queue: 'waiting' });
      await stage.act('Hangup', { Channel: ann });
      await stage.until('QueueCallerLeave');
      await stage.pass(300);
      await stage.act('Hangup', { Channel: ben });
    },
  },
  {
    name: 'queue-transferred',
    loose: partedAtOnce,
    run: async (stage) => {
      await connect(stage, 'queuesupport');
      const member = await stage.channelOf('BridgeEnter', { Channel: /answers/ });
      await stage.act('BlindTransfer', { Channel: member, Context: 'default', Exten: '300' });
      await stage.until('Newexten', { Exten: '300', Priority: '3' });
      await stage.pass(200);
      await stage.hangUpAll();
    },
  },
];

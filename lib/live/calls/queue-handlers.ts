import type { Context } from '../core/context.js';
import type { Handler } from '../core/model.js';
import { isNothing, readText } from '../core/read-value.js';
import type { Touch } from './touch.js';

/** What queues tell of a call. */
export function queueHandlers(touch: Touch, context: Context): Record<string, Handler> {
  return {
    QueueCallerJoin: () => {
      const record = touch(context.uniqueid);
      const queue = readText(context, 'Queue');
      if (record === undefined || queue === undefined) return;
      record.queue = {
        queue,
        channelId: context.uniqueid,
        joinedAt: context.at,
        leftAt: undefined,
        agent: undefined,
        isAbandoned: false,
      };
      record.note('queued', context.at, record.queue.channelId, queue);
    },
    QueueCallerLeave: () => {
      const record = touch(context.uniqueid);
      if (record?.queue === undefined || record.queue.leftAt !== undefined) return;
      record.queue = { ...record.queue, leftAt: context.at };
      record.note('left-queue', context.at, record.queue.channelId, record.queue.queue);
    },
    QueueCallerAbandon: () => {
      const record = touch(context.uniqueid);
      if (record?.queue === undefined) return;
      record.queue = { ...record.queue, isAbandoned: true };
      record.note('abandoned', context.at, record.queue.channelId, record.queue.queue);
    },
    AgentCalled: () => {
      const to = context.destUniqueid;
      const member = readText(context, 'MemberName');
      const record = touch(to);
      if (record === undefined || member === undefined) return;
      // It comes before the dial begins.
      record.dials.members.set(to, member);
      record.dials.change(
        (dial) => dial.to === to && dial.member === undefined,
        (dial) => ({ ...dial, member }),
      );
    },
    AgentRingNoAnswer: (event) => {
      const to = event.has('DestUniqueid') ? context.destUniqueid : undefined;
      const record = touch(to) ?? touch(context.uniqueid);
      record?.note('agent-missed', context.at, to, readText(context, 'MemberName'));
    },
    AgentConnect: () => {
      const record = touch(context.uniqueid) ?? touch(context.destUniqueid);
      if (record?.queue === undefined) return;
      const agent = {
        name: readText(context, 'MemberName'),
        interface: readText(context, 'Interface'),
        channelId: isNothing(context.destUniqueid) ? undefined : context.destUniqueid,
        connectedAt: context.at,
        completedAt: undefined,
      };
      record.queue = { ...record.queue, leftAt: record.queue.leftAt ?? context.at, agent };
      record.note('agent-connected', context.at, agent.channelId, agent.name);
    },
    AgentComplete: () => {
      const record = touch(context.uniqueid) ?? touch(context.destUniqueid);
      const agent = record?.queue?.agent;
      if (record?.queue === undefined || agent === undefined) return;
      record.queue = { ...record.queue, agent: { ...agent, completedAt: context.at } };
      record.note('agent-completed', context.at, agent.channelId, readText(context, 'Reason'));
    },
  };
}

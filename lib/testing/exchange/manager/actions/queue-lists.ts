import { isFree, isGone, memberStatuses } from '../../pbx/queues/member-status.js';
import type { Party } from '../../pbx/party.js';
import type { Queue } from '../../pbx/queues/queue.js';
import type { QueueCaller } from '../../pbx/queues/queue-caller.js';
import type { QueueMember } from '../../pbx/queues/queue-member.js';
import type { ManagerAction } from '../manager-action.js';
import type { ListEntry, Request } from '../request.js';

const queueStatus: ManagerAction = {
  name: 'QueueStatus',
  privilege: [],
  synopsis: 'Show queue status.',
  run: (request) => {
    const wanted = request.get('Member');
    const entries = queuesOf(request).flatMap((queue) => [
      paramsOf(queue, request),
      ...queue.members
        .filter((one) => wanted === '' || [one.interface, one.name].includes(wanted))
        .map((member) => memberEntry(member, request)),
      ...queue.callers.map((caller) => callerEntry(caller, request)),
    ]);
    request.list('Queue status will follow', entries, 'QueueStatusComplete');
  },
};

const queueSummary: ManagerAction = {
  name: 'QueueSummary',
  privilege: [],
  synopsis: 'Show queue summary.',
  run: (request) => {
    const entries = queuesOf(request).map((queue) => summaryOf(queue, request));
    request.list('Queue summary will follow', entries, 'QueueSummaryComplete');
  },
};

const queueRule: ManagerAction = {
  name: 'QueueRule',
  privilege: [],
  synopsis: 'Queue Rules.',
  // There are no rules; the blank line more than there should be is Asterisk's.
  run: (request) => {
    request.respond('Success');
    request.sendText('\r\n');
  },
};

/** What queues are like. */
export const queueLists: readonly ManagerAction[] = [queueStatus, queueSummary, queueRule];

/** The queues that are asked for: one, or all. */
function queuesOf(request: Request): readonly Queue[] {
  const name = request.get('Queue');
  if (name === '') return request.pbx.queues.all;
  const queue = request.pbx.queues.find(name);
  return queue === undefined ? [] : [queue];
}

function paramsOf({ name, options, figures, callers }: Queue, { id }: Request): ListEntry {
  const fields = {
    Queue: name,
    Max: options.maxlen,
    Strategy: options.strategy,
    Calls: callers.length,
    Holdtime: figures.holdTime,
    TalkTime: figures.talkTime,
    Completed: figures.completed,
    Abandoned: figures.abandoned,
    ServiceLevel: options.servicelevel,
    ServicelevelPerf: figures.level,
    ServicelevelPerf2: figures.levelOfAll,
    Weight: options.weight,
  };
  return ['QueueParams', { ...fields, ...id }];
}

function memberEntry(member: QueueMember, { id }: Request): ListEntry {
  const fields = {
    Queue: member.queue.name,
    Name: member.name,
    Location: member.interface,
    StateInterface: member.stateInterface,
    Membership: member.membership === 'dynamic' ? 'dynamic' : 'static',
    Penalty: member.penalty,
    CallsTaken: member.calls,
    LastCall: member.lastCall,
    LastPause: member.lastPause,
    LoginTime: member.loginTime,
    InCall: member.isInCall ? 1 : 0,
    Status: memberStatuses[member.state],
    Paused: member.isPaused ? 1 : 0,
    PausedReason: member.pausedReason,
    Wrapuptime: member.wrapUpTime,
  };
  return ['QueueMember', { ...fields, ...id }];
}

function callerEntry(caller: QueueCaller, { id }: Request): ListEntry {
  const { channel, position, priority, queue, wait } = caller;
  const fields = {
    Queue: queue.name,
    Position: position,
    Channel: channel.name,
    Uniqueid: channel.uniqueid,
    ...partyFields('CallerID', channel.caller),
    ...partyFields('ConnectedLine', channel.connected),
    Wait: wait,
    Priority: priority,
  };
  return ['QueueEntry', { ...fields, ...id }];
}

/** Here nobody is `unknown`, not `<unknown>`. */
function partyFields(prefix: string, { number, name }: Party): Record<string, string> {
  return { [`${prefix}Num`]: number ?? 'unknown', [`${prefix}Name`]: name ?? 'unknown' };
}

function summaryOf({ name, members, callers, figures }: Queue, { id }: Request): ListEntry {
  const present = members.filter(({ state }) => !isGone(state));
  const fields = {
    Queue: name,
    LoggedIn: present.length,
    Available: present.filter(({ state, isPaused }) => isFree(state) && !isPaused).length,
    Callers: callers.length,
    HoldTime: figures.holdTime,
    TalkTime: figures.talkTime,
    LongestHoldTime: Math.max(0, ...callers.map(({ wait }) => wait)),
  };
  return ['QueueSummary', { ...fields, ...id }];
}

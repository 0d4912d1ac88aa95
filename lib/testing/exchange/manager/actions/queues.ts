import { isFalse, isTrue } from '../../pbx/is-true.js';
import type { QueueMember } from '../../pbx/queues/queue-member.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';
import { queueLists } from './queue-lists.js';

const queueAdd: ManagerAction = {
  name: 'QueueAdd',
  privilege: ['agent'],
  synopsis: 'Add interface to queue.',
  run: (request) => {
    if (!specifies(request, ['Queue', 'Interface'])) return;
    const location = request.get('Interface');
    const [name, stateInterface] = [request.get('MemberName'), request.get('StateInterface')];
    const queue = request.pbx.queues.find(request.get('Queue'));
    if (queue === undefined) {
      request.fail('Unable to add interface to queue: No such queue');
    } else if (queue.findMember(location) !== undefined) {
      request.fail('Unable to add interface: Already there');
    } else {
      queue.addMember(location, {
        penalty: Math.max(0, integer(request.get('Penalty')) ?? 0),
        isPaused: isTrue(request.get('Paused')),
        ...(name === '' ? {} : { name }),
        ...(stateInterface === '' ? {} : { stateInterface }),
      });
      request.succeed('Added interface to queue');
    }
  },
};

const queueRemove: ManagerAction = {
  name: 'QueueRemove',
  privilege: ['agent'],
  synopsis: 'Remove interface from queue.',
  run: (request) => {
    if (!needs(request, ['Queue', 'Interface'])) return;
    const queue = request.pbx.queues.find(request.get('Queue'));
    const member = queue?.findMember(request.get('Interface'));
    if (queue === undefined) {
      request.fail('Unable to remove interface from queue: No such queue');
    } else if (member === undefined) {
      request.fail('Unable to remove interface: Not there');
    } else if (member.membership !== 'dynamic') {
      request.fail('Member not dynamic');
    } else {
      queue.removeMember(member);
      request.succeed('Removed interface from queue');
    }
  },
};

const queuePause: ManagerAction = {
  name: 'QueuePause',
  privilege: ['agent'],
  synopsis: 'Makes a queue member temporarily unavailable.',
  run: (request) => {
    if (!needs(request, ['Interface', 'Paused'])) return;
    const isPaused = isTrue(request.get('Paused'));
    const message = `Interface ${isPaused ? '' : 'un'}paused successfully`;
    change(request, message, 'Interface not found', (member) => {
      member.queue.setPaused(member, isPaused, request.get('Reason'));
    });
  },
};

const queuePenalty: ManagerAction = {
  name: 'QueuePenalty',
  privilege: ['agent'],
  synopsis: 'Set the penalty for a queue member.',
  run: (request) => {
    if (!needs(request, ['Interface', 'Penalty'])) return;
    const penalty = integer(request.get('Penalty')) ?? 0;
    const failure = 'Invalid interface, queuename or penalty';
    if (penalty < 0) {
      request.fail(failure);
      return;
    }
    change(request, 'Interface penalty set successfully', failure, (member) => {
      member.queue.setPenalty(member, penalty);
    });
  },
};

const queueMemberRingInUse: ManagerAction = {
  name: 'QueueMemberRingInUse',
  privilege: ['agent'],
  synopsis: 'Set the ringinuse value for a queue member.',
  run: (request) => {
    if (!needs(request, ['Interface', 'RingInUse'])) return;
    const ringInUse = request.get('RingInUse');
    if (!isTrue(ringInUse) && !isFalse(ringInUse)) {
      request.fail("'RingInUse' parameter must be a truth value (yes/no, on/off, 0/1, etc)");
      return;
    }
    // The line end is Asterisk's: a blank line more than there should be.
    const failure = 'Invalid interface, queuename, or ringinuse value\n';
    change(request, 'Interface ringinuse set successfully', failure, (member) => {
      member.queue.setRingInUse(member, isTrue(ringInUse));
    });
  },
};

const queueChangePriorityCaller: ManagerAction = {
  name: 'QueueChangePriorityCaller',
  privilege: [],
  synopsis: 'Change priority of a caller on queue.',
  run: (request) => {
    if (!specifies(request, ['Queue', 'Caller', 'Priority'])) return;
    const priority = integer(request.get('Priority'));
    const queue = request.pbx.queues.find(request.get('Queue'));
    const caller = queue?.line.find(request.get('Caller'));
    if (priority === undefined) {
      request.fail("'Priority' need integer.");
    } else if (caller === undefined) {
      const what = queue === undefined ? 'queue' : 'caller';
      request.fail(`Unable to change priority caller on queue: No such ${what}`);
    } else {
      caller.queue.line.setPriority(caller, priority, isTrue(request.get('Immediate')));
      request.succeed('Priority change for caller on queue');
    }
  },
};

const queueWithdrawCaller: ManagerAction = {
  name: 'QueueWithdrawCaller',
  privilege: [],
  synopsis: 'Request to withdraw a caller from the queue back to the dialplan.',
  run: (request) => {
    if (!specifies(request, ['Queue', 'Caller'])) return;
    const queue = request.pbx.queues.find(request.get('Queue'));
    const caller = queue?.line.find(request.get('Caller'));
    if (caller === undefined) {
      const what = queue === undefined ? 'queue' : 'caller';
      request.fail(`Unable to request withdraw from queue: No such ${what}`);
    } else if (caller.withdrawal !== undefined) {
      request.fail('Unable to request withdraw from queue: Already requested');
    } else {
      caller.withdrawal = request.get('WithdrawInfo');
      request.succeed('Withdraw requested successfully');
    }
  },
};

const queueLog: ManagerAction = {
  name: 'QueueLog',
  privilege: ['agent'],
  synopsis: 'Adds custom entry in queue_log.',
  run: (request) => {
    if (needs(request, ['Queue', 'Event'])) request.succeed('Event added successfully');
  },
};

const queueReload: ManagerAction = {
  name: 'QueueReload',
  privilege: [],
  synopsis: 'Reload a queue, queues, or any sub-section of a queue or queues.',
  run: (request) => {
    request.pbx.queues.reload();
    request.succeed('Queue reloaded successfully');
  },
};

const queueReset: ManagerAction = {
  name: 'QueueReset',
  privilege: [],
  synopsis: 'Reset queue statistics.',
  run: (request) => {
    const name = request.get('Queue').toLowerCase();
    for (const queue of request.pbx.queues.all) {
      if (name === '' || queue.name.toLowerCase() === name) queue.reset();
    }
    request.succeed('Queue stats reset successfully');
  },
};

/** Queues, their members and callers. */
export const queueActions: readonly ManagerAction[] = [
  ...[queueAdd, queueRemove, queuePause, queuePenalty, queueMemberRingInUse],
  ...[queueChangePriorityCaller, queueWithdrawCaller, queueLog, queueReload, queueReset],
  ...queueLists,
];

/** Whether fields are given, each of which has a refusal of its own. */
function specifies(request: Request, fields: readonly string[]): boolean {
  const missing = fields.find((field) => request.get(field) === '');
  if (missing !== undefined) request.fail(`'${missing}' not specified.`);
  return missing === undefined;
}

/** Whether two fields are given, which have one refusal together. */
function needs(request: Request, fields: readonly [string, string]): boolean {
  const isGiven = fields.every((field) => request.get(field) !== '');
  if (!isGiven) request.fail(`Need '${fields[0]}' and '${fields[1]}' parameters.`);
  return isGiven;
}

/** Does something to a member: in a queue, or in all of its queues if none is named. */
function change(
  request: Request,
  success: string,
  failure: string,
  act: (member: QueueMember) => void,
): void {
  const members = request.pbx.queues.membersAt(request.get('Interface'), request.get('Queue'));
  for (const member of members) act(member);
  if (members.length > 0) request.succeed(success);
  else request.fail(failure);
}

/** Reads a number as `sscanf` does; `undefined` for none. */
function integer(text: string): number | undefined {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? undefined : number;
}

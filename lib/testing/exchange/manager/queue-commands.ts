import type { DeviceState } from '../pbx/devices.js';
import type { Queue } from '../pbx/queues/queue.js';
import type { QueueCaller } from '../pbx/queues/queue-caller.js';
import type { QueueMember } from '../pbx/queues/queue-member.js';
import { secondsNow } from '../pbx/queues/seconds.js';
import type { CliCommand } from './cli-command.js';

const usage = `Usage: queue show
       Provides summary information on a specified queue.`;

/** `queue show`, of all queues by name, or of one. */
export const queueShow: CliCommand = (line, { pbx }) => {
  const [command, what, name, ...more] = line.trim().split(/\s+/);
  if (command !== 'queue' || what !== 'show') return undefined;
  if (more.length > 0) throw new Error(usage);
  if (name === undefined) {
    const queues = [...pbx.queues.all].sort((one, other) => (one.name < other.name ? -1 : 1));
    return queues.length === 0 ? ['No queues.'] : queues.flatMap(showQueue);
  }
  const queue = pbx.queues.find(name);
  return queue === undefined ? [`No such queue: ${name}.`] : showQueue(queue);
};

function showQueue(queue: Queue): string[] {
  const { name, options, figures, members, callers } = queue;
  const max = options.maxlen === 0 ? 'unlimited' : String(options.maxlen);
  const head = [
    `${name} has ${callers.length} calls (max ${max}) in '${options.strategy}' strategy `,
    `(${figures.holdTime}s holdtime, ${figures.talkTime}s talktime), W:${options.weight}, `,
    `C:${figures.completed}, A:${figures.abandoned}, SL:${figures.level}%, `,
    `SL2:${figures.levelOfAll}% within ${options.servicelevel}s`,
  ];
  return [
    head.join(''),
    ...(members.length === 0
      ? ['   No Members']
      : ['   Members: ', ...members.map((member) => `      ${describeMember(member)}`)]),
    ...(callers.length === 0
      ? ['   No Callers']
      : ['   Callers: ', ...callers.map((caller) => `      ${describeCaller(caller)}`)]),
    '',
  ];
}

const stateTexts: Readonly<Record<DeviceState, string>> = {
  UNKNOWN: 'Unknown',
  NOT_INUSE: 'Not in use',
  INUSE: 'In use',
  BUSY: 'Busy',
  INVALID: 'Invalid',
  UNAVAILABLE: 'Unavailable',
  RINGING: 'Ringing',
  RINGINUSE: 'Ring+Inuse',
  ONHOLD: 'On Hold',
};

function describeMember(member: QueueMember): string {
  const { name, interface: location, stateInterface, penalty, membership, calls } = member;
  const ago = (time: number): string => `${secondsNow(member.queue.pbx) - time} secs ago`;
  const reason = member.pausedReason === '' ? '' : `:${member.pausedReason}`;
  const from = stateInterface === location ? '' : ` from ${stateInterface}`;
  return [
    name,
    name.toLowerCase() === location.toLowerCase() ? '' : ` (${location}${from})`,
    penalty === 0 ? '' : ` with penalty ${penalty}`,
    ` (ringinuse ${member.ringInUse ? 'enabled' : 'disabled'})`,
    membership === 'static' ? '' : ` (${membership})`,
    member.isInCall ? ' (in call)' : '',
    member.isPaused ? ` (paused${reason} was ${ago(member.lastPause)})` : '',
    ` (${stateTexts[member.state]})`,
    calls === 0
      ? ' has taken no calls yet'
      : ` has taken ${calls} calls (last was ${ago(member.lastCall)})`,
    ` (login was ${ago(member.loginTime)})`,
  ].join('');
}

function describeCaller({ position, channel, wait, priority }: QueueCaller): string {
  const time = `${Math.floor(wait / 60)}:${String(wait % 60).padStart(2, '0')}`;
  return `${position}. ${channel.name} (wait: ${time}, prio: ${priority})`;
}

import type { Channel } from '../channel.js';
import type { MemberCall } from './member-call.js';
import type { QueueCaller } from './queue-caller.js';

const results = [
  ...['ANSWEREDTIME', 'ANSWEREDTIME_MS', 'DIALEDTIME', 'DIALEDTIME_MS'],
  ...['QUEUEWAIT', 'QUEUEWAIT_MS'],
];

/** Forgets what an earlier stay in a queue has left on a channel. */
export function clearVariables(channel: Channel): void {
  if (channel.variables.has('ABANDONED')) {
    channel.setVariable('ABANDONED', '');
    channel.variables.delete('ABANDONED');
  }
  if (!tellsTimes(channel)) return;
  channel.setVariables(Object.fromEntries(results.map((name) => [name, ''])));
}

/** For how long the caller has waited. */
export function tellWait({ channel, wait }: QueueCaller): void {
  if (tellsTimes(channel)) channel.setVariables({ QUEUEWAIT: wait, QUEUEWAIT_MS: wait * 1000 });
}

/** How long it was from the call to its end, and how long they talked of that, in ms. */
export function tellDurations(
  channel: Channel,
  dialled: number,
  talked: number,
  order: 'dialled first' | 'talked first',
): void {
  if (!tellsTimes(channel)) return;
  const variables = [times('DIALEDTIME', dialled), times('ANSWEREDTIME', talked)];
  if (order === 'talked first') variables.reverse();
  for (const some of variables) channel.setVariables(some);
}

/** What both channels are told of the member and the caller, if the queue wants that. */
export function tellParties(caller: QueueCaller, { member, channel }: MemberCall): void {
  const { setinterfacevar, setqueueentryvar } = caller.queue.options;
  const ofMember = {
    MEMBERINTERFACE: member.interface,
    MEMBERNAME: member.name,
    MEMBERCALLS: member.calls,
    MEMBERLASTCALL: member.lastCall,
    MEMBERPENALTY: member.penalty,
    MEMBERDYNAMIC: member.membership === 'dynamic' ? 1 : 0,
    MEMBERREALTIME: member.membership === 'realtime' ? 1 : 0,
  };
  const ofCaller = { QEHOLDTIME: caller.wait, QEORIGINALPOS: caller.originalPosition };
  for (const [isWanted, variables] of [
    [setinterfacevar, ofMember],
    [setqueueentryvar, ofCaller],
  ] as const) {
    if (isWanted) for (const one of [caller.channel, channel]) one?.setVariables(variables);
  }
}

/** Only newer versions do. */
function tellsTimes({ pbx }: Channel): boolean {
  return pbx.version !== '16';
}

function times(name: string, ms: number): Record<string, number> {
  return { [name]: Math.floor(ms / 1000), [`${name}_MS`]: ms };
}

import type { AmiEvent } from '../../wire/index.js';
import { readText, readTime } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import { readParty } from '../core/read-party.js';
import type { Agent, AgentState } from './agent.js';

const states: ReadonlyMap<string, AgentState> = new Map([
  ['AGENT_LOGGEDOFF', 'logged-off'],
  ['AGENT_IDLE', 'idle'],
  ['AGENT_ONCALL', 'on-call'],
]);

/**
 * Reads an entry of the list `Agents`. What only the list says stays as it is during a call; see
 * {@link withPeer}.
 */
export function readAgent(id: string, entry: AmiEvent, known: Agent | undefined): Agent {
  const name = readText(entry, 'Name');
  const state = states.get(entry.get('Status') ?? '') ?? 'logged-off';
  if (state === 'logged-off') return keepSame(known, { ...loggedOff(id), name });
  const channelId = readText(entry, 'Uniqueid');
  // The list has the clock of the exchange, in seconds: what an event has said is better.
  const isSame = known !== undefined && known.channelId === channelId;
  const loggedInAt = (isSame ? known.loggedInAt : undefined) ?? readTime(entry, 'LoggedInTime');
  const agent = { ...loggedOff(id), name, state, channelId, loggedInAt };
  const channel = readText(entry, 'Channel');
  if (state === 'idle') return keepSame(known, { ...agent, channel });
  const isSameCall = isSame && known.state === 'on-call';
  return keepSame(known, {
    ...agent,
    channel,
    talkingTo: readParty(entry, 'ConnectedLine', known?.talkingTo),
    talkingToChannel: isSameCall ? known.talkingToChannel : readText(entry, 'TalkingToChan'),
    callStartedAt: (isSameCall ? known.callStartedAt : undefined) ?? readTime(entry, 'CallStarted'),
  });
}

/** An agent on a call, with what only the list says of it. */
export function withPeer(agent: Agent, entry: AmiEvent): Agent {
  const isSame =
    agent.state === 'on-call' &&
    states.get(entry.get('Status') ?? '') === 'on-call' &&
    agent.channelId === entry.get('Uniqueid');
  if (!isSame) return agent;
  const talkingToChannel = readText(entry, 'TalkingToChan');
  // Somebody else, of whom no event has told.
  const isOther =
    agent.talkingToChannel !== undefined && agent.talkingToChannel !== talkingToChannel;
  const startedAt = isOther ? undefined : agent.callStartedAt;
  const callStartedAt = startedAt ?? readTime(entry, 'CallStarted');
  return keepSame(agent, { ...agent, talkingToChannel, callStartedAt });
}

/** An agent who is not there, and of whom only the id is known. */
export function loggedOff(id: string): Agent {
  return {
    id,
    name: undefined,
    state: 'logged-off',
    channel: undefined,
    channelId: undefined,
    loggedInAt: undefined,
    talkingTo: undefined,
    talkingToChannel: undefined,
    callStartedAt: undefined,
  };
}

import type { Agent } from '../../pbx/agents/agent.js';
import type { Fields } from '../../pbx/fields.js';
import { isTrue } from '../../pbx/is-true.js';
import type { ManagerAction } from '../manager-action.js';

const agents: ManagerAction = {
  name: 'Agents',
  privilege: ['agent'],
  synopsis: 'Lists agents and their status.',
  run: (request) => {
    const entries = [...request.pbx.agents.all.values()].map(
      (agent) => ['Agents', { ...entryOf(agent), ...request.id }] as const,
    );
    request.list('Agents will follow', entries, 'AgentsComplete');
    return undefined;
  },
};

const agentLogoff: ManagerAction = {
  name: 'AgentLogoff',
  privilege: ['agent'],
  synopsis: 'Sets an agent as no longer logged in.',
  run: (request) => {
    const id = request.get('Agent');
    const agent = request.pbx.agents.all.get(id);
    if (id === '') request.fail('No agent specified');
    else if (agent === undefined) request.fail('No such agent');
    else {
      agent.logOff(isTrue(request.get('Soft')));
      request.succeed('Agent logged out');
    }
    return undefined;
  },
};

/** Those who answer calls on a line that stays up. */
export const agentActions: readonly ManagerAction[] = [agents, agentLogoff];

function entryOf({ init, channel, loggedInAt, callStartedAt }: Agent): Fields {
  const who = { Agent: init.id, Name: init.name };
  if (channel === undefined) return { ...who, Status: 'AGENT_LOGGEDOFF' };
  const peer = channel.variables.get('BRIDGEPEER') ?? '';
  const since = Math.floor(loggedInAt / 1000);
  const there = { LoggedInTime: since, ...channel.fields() };
  if (peer === '') return { ...who, Status: 'AGENT_IDLE', ...there };
  // Asterisk ends this one line with LF alone.
  const started = `${Math.floor(callStartedAt / 1000)}\nLoggedInTime: ${since}`;
  return {
    ...{ ...who, Status: 'AGENT_ONCALL', TalkingToChan: peer, CallStarted: started },
    ...channel.fields(),
  };
}

import type { Agent } from '../agents/agent.js';
import type { Application } from '../application.js';
import type { Channel } from '../channel.js';
import { hangupCause } from '../hangup-cause.js';
import { pause } from '../pause.js';
import { first } from '../process.js';
import type { Process } from '../process.js';

/** How long it takes to say that the agent has logged in. */
const greetingMs = 2000;

/** Logs an agent in, who then waits for calls until somebody hangs up. */
export const agentLogin: Application = function* (channel, data) {
  const { agents } = channel.pbx;
  const holding = agents.openHolding();
  const [id = '', options = ''] = data.split(',');
  channel.answer();
  if (id === '') return false;
  const agent = agents.all.get(id);
  const refusal = agent === undefined ? 'INVALID' : agent.channel && 'ALREADY_LOGGED_IN';
  if (agent === undefined || refusal !== undefined) {
    channel.setVariable('AGENT_STATUS', refusal ?? '');
    return true;
  }
  agent.logIn(channel);
  let isTold = false;
  try {
    if (!options.includes('s')) yield* pause(channel.pbx, greetingMs);
    isTold = true;
    channel.pbx.emit('AgentLogin', ['agent'], { ...channel.fields(), Agent: id });
    do {
      channel.hangupCause = hangupCause.normalClearing;
      agent.wait(holding);
      yield* inBridges(channel);
    } while (!isLeaving(agent));
  } finally {
    channel.bridge?.leave(channel);
    agent.logOut(isTold);
  }
  return false;
};

/** First in the bridge of those who wait, then in that of a caller. */
function* inBridges(channel: Channel): Process {
  yield* first(channel.released$);
  channel.bridge?.leave(channel);
}

function isLeaving(agent: Agent): boolean {
  return agent.isLeaving;
}

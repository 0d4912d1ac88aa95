import type { Agent } from '../agents/agent.js';
import type { Application } from '../application.js';
import { hangupCause } from '../hangup-cause.js';
import { first } from '../process.js';

const STATUS = 'AGENT_STATUS';

/** Connects a caller with an agent who waits. */
export const agentRequest: Application = function* (channel, data) {
  const { agents, bridges } = channel.pbx;
  const [id = ''] = data.split(',');
  // It is made even where nothing comes of it.
  agents.openHolding();
  if (id === '') return false;
  const agent = agents.all.get(id);
  if (agent === undefined) {
    channel.setVariable(STATUS, 'INVALID');
    return true;
  }
  const bridge = bridges.createBasic();
  const refusal = refusalOf(agent);
  if (refusal !== undefined) {
    bridge.destroy();
    channel.setVariable(STATUS, refusal);
    return true;
  }
  agent.present(channel, bridge);
  bridge.enter(channel);
  channel.setVariable(STATUS, 'NOT_CONNECTED');
  channel.indicate('ringing');
  try {
    yield* first(channel.released$);
  } finally {
    if (!channel.isMoving && channel.hangupCause === hangupCause.notDefined) {
      channel.hangupCause = hangupCause.normalClearing;
    }
    channel.bridge?.leave(channel);
  }
  // After a call the caller is hung up; without one the dialplan goes on.
  return (channel.variables.get(STATUS) ?? '') !== '';
};

function refusalOf({ state }: Agent): string | undefined {
  if (state === 'logged-out') return 'NOT_LOGGED_IN';
  return state === 'ready' ? undefined : 'BUSY';
}

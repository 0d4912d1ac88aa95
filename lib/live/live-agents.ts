import type { AmiClient } from '../client/index.js';
import { agentKind } from './agents/agent-model.js';
import type { Agent } from './agents/agent.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';

/**
 * The agents of an exchange, by their ids in `agents.conf`: who is logged in, who is on a call.
 *
 * Read from `Agents`; kept by `AgentLogin` and `AgentLogoff`, and by where the channel of an agent is.
 * These are the agents of `app_agent_pool`, whose line stays up between calls; for those of a queue
 * see its members. See {@link Live} for when the streams emit, error and complete; unsubscribing from
 * all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveAgents } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveAgents(ami).changes$.subscribe(({ value }) => {
 *   if (value !== undefined) console.log(value.name, value.state, value.talkingTo?.number);
 * });
 * ```
 */
export function liveAgents(ami: AmiClient, options?: LiveOptions): Live<Agent> {
  return liveOf(ami, agentKind, options);
}

import type { Party } from '../channels/channel.js';

/**
 * What an agent is doing.
 *
 * - `logged-off`: not there.
 * - `idle`: there, and hears music. Also while a call is offered, and in the pause after one.
 * - `on-call`: connected with a caller.
 */
export type AgentState = 'logged-off' | 'idle' | 'on-call';

/**
 * Somebody who answers calls on a line that stays up, of `agents.conf`. Members of queues that are not
 * in there are no such agents. Its values do not change; an event makes a new one.
 */
export interface Agent {
  readonly id: string;
  /** By the configuration; `undefined` until a list has said it. */
  readonly name: string | undefined;
  readonly state: AgentState;
  /** The name of the channel that is logged in. */
  readonly channel: string | undefined;
  /** The Uniqueid of that channel. */
  readonly channelId: string | undefined;
  /** In milliseconds since 1970. */
  readonly loggedInAt: number | undefined;
  /** Whom the agent talks to, as shown to the agent. */
  readonly talkingTo: Party | undefined;
  /**
   * The name of the channel at the other end; of several, with commas in between. Only lists have it:
   * it follows a few seconds after the call has begun.
   */
  readonly talkingToChannel: string | undefined;
  /** In milliseconds since 1970. */
  readonly callStartedAt: number | undefined;
}

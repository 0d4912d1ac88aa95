import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import { reconcile } from '../core/reconcile.js';
import { keepSame } from '../core/keep-same.js';
import { readParty } from '../core/read-party.js';
import type { Agent } from './agent.js';
import { loggedOff, readAgent, withPeer } from './read-agent.js';

/** The type of the bridge in which agents wait for calls. */
const WAITING = 'agent_hold';
const DEVICE = 'Agent:';

/**
 * The agents of an exchange. Where their channels are tells what they do: in the bridge of the waiting
 * ones, or in that of a caller.
 *
 * Source: `agent_run` and `agent_connect_caller` in `apps/app_agent_pool.c`.
 */
export class AgentModel implements Model<Agent> {
  readonly table: EntityTable<Agent>;
  // Whom an agent talks to is said by lists only.
  readonly isPolled = true;
  readonly #context: Context;
  // Which agent is on each channel.
  readonly #ids = new Map<string, string>();

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    AgentLogin: (event) => {
      this.#login(event);
    },
    AgentLogoff: (event) => {
      const agent = this.table.get(event.get('Agent'));
      if (agent !== undefined && agent.channelId === event.get('Uniqueid')) this.#logoff(agent);
    },
    Hangup: (event) => {
      const agent = this.#on(event.get('Uniqueid'));
      if (agent !== undefined) this.#logoff(agent);
    },
    BridgeEnter: (event) => {
      const isWaiting = event.get('BridgeType') === WAITING;
      if (isWaiting) this.#swap(event);
      const agent = this.#on(event.get('Uniqueid'));
      if (agent === undefined) return;
      if (isWaiting) this.#wait(agent);
      else this.#talk(agent, event);
    },
    Rename: (event) => {
      const agent = this.#on(event.get('Uniqueid'));
      const channel = readText(event, 'Newname');
      if (agent !== undefined && channel !== undefined) this.#put({ ...agent, channel });
    },
    // Tells those who are not sent the events of agents, or have lost one.
    DeviceStateChange: (event) => {
      const device = event.get('Device') ?? '';
      if (!device.startsWith(DEVICE)) return;
      const isThere = !['UNAVAILABLE', 'INVALID'].includes(event.get('State') ?? '');
      const agent = this.table.get(device.slice(DEVICE.length));
      if (isThere !== (agent !== undefined && agent.state !== 'logged-off')) {
        this.#context.onStale(this);
      }
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('Agents').pipe(
      map((entries) => {
        if (entries === undefined) return;
        const byId = new Map(entries.map((entry) => [ownText(entry.get('Agent') ?? ''), entry]));
        byId.delete('');
        const listed = new Map<string, (known: Agent | undefined) => Agent>();
        for (const [id, entry] of byId) {
          listed.set(id, (known) => readAgent(id, entry, known));
        }
        const { recent } = this.table;
        // Of a call that has begun meanwhile, the next list tells.
        const polled = [...byId].filter(([id]) => !isCheck || !recent.isTouched(id));
        reconcile(this.table, listed, {
          isCheck,
          put: (_, agent) => {
            this.#put(agent);
          },
          remove: (id) => {
            this.#forget(this.table.get(id));
            this.table.delete(id);
          },
        });
        for (const [id, entry] of polled) {
          const agent = this.table.get(id);
          if (agent !== undefined) this.table.put(id, withPeer(agent, entry), true);
        }
      }),
    );
  }

  #login(event: AmiEvent): void {
    const id = event.get('Agent') ?? '';
    const channelId = readText(event, 'Uniqueid');
    if (id === '' || channelId === undefined) return;
    const known = this.table.get(id);
    if (known === undefined) this.#context.onStale(this);
    // A list may have had the login before.
    if (known?.channelId === channelId) return;
    this.#put({
      ...loggedOff(known?.id ?? ownText(id)),
      name: known?.name,
      state: 'idle',
      channel: readText(event, 'Channel'),
      channelId,
      loggedInAt: this.#context.at,
    });
  }

  #logoff({ id, name }: Agent): void {
    this.#put({ ...loggedOff(id), name });
  }

  /** Another channel takes the place of the one that has logged in, as when a Local channel goes. */
  #swap(event: AmiEvent): void {
    const agent = this.#on(event.get('SwapUniqueid'));
    const channelId = readText(event, 'Uniqueid');
    if (agent === undefined || channelId === undefined) return;
    this.#put({ ...agent, channelId, channel: readText(event, 'Channel') });
  }

  #wait(agent: Agent): void {
    const { id, name, channel, channelId, loggedInAt } = agent;
    const waiting: Agent = {
      ...loggedOff(id),
      name,
      channel,
      channelId,
      loggedInAt,
      state: 'idle',
    };
    this.#put(keepSame(agent, waiting));
  }

  #talk(agent: Agent, event: AmiEvent): void {
    this.#context.onStale(this);
    const talkingTo = readParty(event, 'ConnectedLine', agent.talkingTo);
    const callStartedAt = agent.callStartedAt ?? this.#context.at;
    this.#put(keepSame(agent, { ...agent, state: 'on-call', talkingTo, callStartedAt }));
  }

  #on(channelId: string | undefined): Agent | undefined {
    return channelId === undefined ? undefined : this.table.get(this.#ids.get(channelId));
  }

  #put(agent: Agent): void {
    const known = this.table.get(agent.id);
    if (known?.channelId !== agent.channelId) {
      this.#forget(known);
      if (agent.channelId !== undefined) this.#ids.set(agent.channelId, agent.id);
    }
    this.table.put(agent.id, agent);
  }

  #forget(agent: Agent | undefined): void {
    const { id, channelId } = agent ?? {};
    if (channelId !== undefined && this.#ids.get(channelId) === id) this.#ids.delete(channelId);
  }
}

/** The kind of agents. */
export const agentKind: Kind<AgentModel> = {
  name: 'agents',
  needs: [],
  create: (context) => new AgentModel(context),
};

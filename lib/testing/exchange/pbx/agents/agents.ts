import type { Bridge } from '../bridge.js';
import type { Pbx } from '../pbx.js';
import { readConfig } from '../read-config.js';
import { Agent } from './agent.js';

/** The agents of a PBX, by what agents.conf says. */
export class Agents {
  readonly all: ReadonlyMap<string, Agent>;
  #holding: Bridge | undefined;

  constructor(
    private readonly pbx: Pbx,
    config: string,
  ) {
    this.all = new Map(
      readConfig(config)
        .filter(({ name }) => name !== 'general' && name !== 'agents')
        .map(({ name: id, entries }) => {
          const settings = new Map(entries);
          const init = {
            id,
            name: settings.get('fullname') ?? '',
            musicClass: settings.get('musiconhold') ?? 'default',
            wrapUpMs: Number(settings.get('wrapuptime') ?? 0) || 0,
          };
          return [id, new Agent(pbx, init)] as const;
        })
        // As Asterisk keeps them.
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }

  /** Where agents wait for calls: a bridge that is made when somebody first needs it. */
  openHolding(): Bridge {
    this.#holding ??= this.pbx.bridges.create({
      ...{ type: 'agent_hold', technology: 'holding_bridge', creator: 'AgentPool' },
      isPermanent: true,
      onLeave: (channel) => {
        for (const agent of this.all.values()) if (agent.channel === channel) agent.endMusic();
      },
    });
    return this.#holding;
  }
}

import type { AmiEvent } from '../../../lib/wire/index.js';
import { of } from './queue-events.js';

/** A member of the queue, and what is going on there. */
interface Agent {
  isPaused: boolean;
  callsTaken: number;
  ringing: string | undefined;
  talking: string | undefined;
}

/** A step: what is to be done, and numbers that say by whom and where. */
export type Step = readonly [number, number, number];

/** A queue `q` as `app_queue` has it: does steps, tells of them by events, and can be listed. */
export class SimulatedQueue {
  readonly events: AmiEvent[] = [];
  readonly #waiting: string[] = [];
  readonly #agents = new Map<string, Agent>();
  #callers = 0;

  constructor(members: readonly string[]) {
    for (const name of members) {
      const idle = { isPaused: false, callsTaken: 0, ringing: undefined, talking: undefined };
      this.#agents.set(name, idle);
    }
  }

  do([what, who, where]: Step): void {
    const [name, agent] = [...this.#agents][who % this.#agents.size] as [string, Agent];
    const caller = this.#waiting[where % Math.max(1, this.#waiting.length)];
    const steps = [
      () => {
        this.#join(where % (this.#waiting.length + 1));
      },
      () => {
        agent.isPaused = !agent.isPaused;
        this.#tell('QueueMemberPause', name, agent);
      },
      () => {
        if (caller !== undefined) this.#call(name, agent, caller);
      },
      () => {
        if (agent.ringing !== undefined) this.#connect(name, agent, agent.ringing);
      },
      () => {
        if (agent.talking !== undefined) this.#complete(name, agent, agent.talking);
      },
      () => {
        if (agent.ringing === undefined) return;
        this.events.push(of.agent('AgentRingNoAnswer', agent.ringing, name));
        agent.ringing = undefined;
      },
      () => {
        if (caller !== undefined) this.#abandon(caller);
      },
    ];
    steps[what % steps.length]?.();
  }

  /** The entries of `QueueStatus` now. */
  list(): AmiEvent[] {
    return [
      of.params(),
      ...[...this.#agents].map(([name, agent]) => of.listedMember(name, fieldsOf(agent))),
      ...this.#waiting.map((id, i) => of.entry(id, i + 1)),
    ];
  }

  /** What is true now, as the stories of queues say it. */
  inShort(): string {
    const callers = this.#waiting.map((id, i) => `${i + 1} ${id}`).join(', ');
    const members = [...this.#agents].map(([name, { isPaused, ringing, talking }]) => {
      const words = [name, 'not-in-use'];
      if (isPaused) words.push('paused');
      if (talking !== undefined) words.push('in call', 'talking', talking);
      else if (ringing !== undefined) words.push('ringing', ringing);
      return words.join(' ');
    });
    return ['q', `[${callers}]`, ...members].join(' ');
  }

  #join(place: number): void {
    const id = `c${++this.#callers}`;
    this.#waiting.splice(place, 0, id);
    this.events.push(of.join(id, place + 1));
  }

  #call(name: string, agent: Agent, caller: string): void {
    if (agent.ringing !== undefined || agent.talking !== undefined) return;
    agent.ringing = caller;
    this.events.push(of.agent('AgentCalled', caller, name));
  }

  #connect(name: string, agent: Agent, caller: string): void {
    this.#stopRinging(caller);
    this.#leave(caller);
    agent.talking = caller;
    this.events.push(of.agent('AgentConnect', caller, name));
  }

  #complete(name: string, agent: Agent, caller: string): void {
    agent.talking = undefined;
    agent.callsTaken++;
    this.events.push(of.agent('AgentComplete', caller, name), of.hangup(caller));
    this.#tell('QueueMemberStatus', name, agent);
  }

  #abandon(caller: string): void {
    this.#stopRinging(caller);
    this.events.push(of.abandon(caller));
    this.#leave(caller);
    this.events.push(of.hangup(caller));
  }

  /** Those who are called and have not answered are hung up, which is all that is said of it. */
  #stopRinging(caller: string): void {
    for (const [name, agent] of this.#agents) {
      if (agent.ringing !== caller) continue;
      agent.ringing = undefined;
      this.events.push(of.hangup(`${caller}-${name}`));
    }
  }

  #leave(caller: string): void {
    this.#waiting.splice(this.#waiting.indexOf(caller), 1);
    this.events.push(of.leave(caller));
  }

  #tell(event: string, name: string, agent: Agent): void {
    this.events.push(of.member(event, name, fieldsOf(agent)));
  }
}

function fieldsOf({ isPaused, callsTaken, talking }: Agent): Record<string, string> {
  return {
    Paused: isPaused ? '1' : '0',
    CallsTaken: `${callsTaken}`,
    InCall: talking === undefined ? '0' : '1',
  };
}

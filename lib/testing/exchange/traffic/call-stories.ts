import type { Pbx } from '../pbx/pbx.js';
import type { Phone } from '../pbx/phones.js';
import type { Random } from '../random.js';
import type { CallScript } from '../scripts/call-script.js';
import type { ScriptedCall } from '../scripts/scripted-call.js';
import type { CallKind } from './call-kind.js';
import { outsiders } from './people.js';

/** Begins a call of the exchange. */
export type BeginCall = (call: ScriptedCall) => CallScript;

/** Whom calls can go to on an exchange. */
export interface Destinations {
  /** The phones that have a number. */
  readonly phones: readonly Phone[];
  readonly queues: readonly string[];
  readonly conferences: readonly string[];
}

/** Whom calls can go to, from the phones and the dialplan. */
export function destinationsOf({ phones, dialplan }: Pbx): Destinations {
  const extensions = (application: string): string[] =>
    dialplan.leadingTo(application).map(({ exten }) => exten);
  return {
    phones: [...phones.all.values()].filter(({ party }) => party.number !== undefined),
    queues: extensions('queue'),
    conferences: extensions('confbridge'),
  };
}

/** Whether a kind can happen there. */
export function isPossible(kind: CallKind, to: Destinations): boolean {
  switch (kind) {
    case 'queue':
    case 'queue-abandoned':
      return to.queues.length > 0;
    case 'conference':
      return to.conferences.length > 0;
    case 'blind-transfer':
    case 'attended-transfer':
    case 'parked':
      return to.phones.length > 2;
    default:
      return to.phones.length > 1;
  }
}

/** Writes the stories of calls, by chance. */
export class CallStories {
  constructor(
    private readonly random: Random,
    private readonly to: Destinations,
    private readonly talkMs: number,
  ) {}

  /** Who calls whom in a call of a kind. */
  cast(kind: CallKind): ScriptedCall & { readonly colleague: string } {
    const { random, to } = this;
    const [callee, colleague, other] = this.#three();
    const outsider = random.pick(outsiders);
    const isInside = other !== undefined && random.chance(0.35);
    const caller = isInside ? { from: other } : { from: outsider.number, name: outsider.name };
    const place = kind.startsWith('queue')
      ? random.pick(to.queues)
      : kind === 'conference'
        ? random.pick(to.conferences)
        : (callee ?? '');
    return { ...caller, to: place, colleague: colleague ?? '' };
  }

  /** Lets it happen. */
  tell(kind: CallKind, script: CallScript, colleague: string): void {
    const side = this.random.chance(0.5) ? 'caller' : 'callee';
    switch (kind) {
      case 'answered':
        script.wait(this.#ms(0.3)).answer().wait(this.#ms(1)).hangUp(side);
        break;
      case 'busy':
        script.wait(this.#ms(0.05)).reject();
        break;
      case 'unanswered':
        break;
      case 'abandoned':
        script.wait(this.#ms(0.4)).hangUp('caller');
        break;
      case 'held':
        script.wait(this.#ms(0.3)).answer().wait(this.#ms(0.5)).hold();
        script.wait(this.#ms(0.4)).unhold().wait(this.#ms(0.5)).hangUp(side);
        break;
      case 'blind-transfer':
        script.wait(this.#ms(0.3)).answer().wait(this.#ms(0.5)).transfer(colleague);
        script.wait(this.#ms(0.3)).answer().wait(this.#ms(0.8)).hangUp('caller');
        break;
      case 'attended-transfer':
        script.wait(this.#ms(0.3)).answer().wait(this.#ms(0.5)).consult(colleague);
        script.wait(this.#ms(0.2)).answer().wait(this.#ms(0.4)).complete();
        script.wait(this.#ms(0.8)).hangUp('caller');
        break;
      case 'parked':
        script.wait(this.#ms(0.3)).answer().wait(this.#ms(0.4)).park().wait(this.#ms(0.5));
        if (this.random.chance(0.7)) script.retrieve(colleague).wait(this.#ms(0.8));
        script.hangUp('caller');
        break;
      case 'queue':
        script.wait(this.#ms(0.6)).answer().wait(this.#ms(1)).hangUp(side);
        break;
      case 'queue-abandoned':
        script.wait(this.#ms(0.8)).hangUp('caller');
        break;
      case 'conference':
        script.wait(this.#ms(1.5)).hangUp('caller');
        break;
    }
  }

  /** Three different phones; those that nobody uses, if there are so many. */
  #three(): (string | undefined)[] {
    const { phones } = this.to;
    const free = phones.filter(({ channels }) => channels.length === 0);
    const names = (free.length < 3 ? phones : free).map(({ name }) => name);
    return Array.from({ length: 3 }, () => {
      const name = names.length === 0 ? undefined : this.random.pick(names);
      if (name !== undefined) names.splice(names.indexOf(name), 1);
      return name;
    });
  }

  /** Some time around a part of that of a talk. */
  #ms(part: number): number {
    return Math.round(this.talkMs * part * (0.4 + 1.2 * this.random.next()));
  }
}

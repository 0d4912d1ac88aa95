import { ActionError, createAction } from '../../../lib/index.js';
import type { ActionFields, AmiEvent, Message, MessageView } from '../../../lib/index.js';
import type { Observable, Subscription } from 'rxjs';
import type { ScenarioTarget } from './scenario-target.js';

const patienceMs = 15_000;
const stepMs = 10;
const quietMs = 200;
/** As long as it takes until all that follows from a hangup has happened. */
const settleMs = 150;

/** What an event has to say, by field. */
export type Wanted = Readonly<Record<string, string | RegExp>>;

/** An action that was sent, and what answered it. */
export interface Performed {
  readonly action: string;
  readonly answers: readonly MessageView[];
}

/** Where a scenario takes place: sends its actions, and keeps all that is heard from its beginning on. */
export class Stage {
  readonly events: AmiEvent[] = [];
  readonly performed: Performed[] = [];
  readonly #heard: Subscription;

  constructor(private readonly target: ScenarioTarget) {
    this.#heard = target.ami.events$.subscribe((event) => this.events.push(event));
  }

  /** Sends an action and waits for its response, be it an error. */
  act(name: string, fields: ActionFields = {}): Promise<void> {
    return this.#perform(name, this.target.ami.request(createAction(name, fields)));
  }

  /** Sends an action and waits for all of its answer, such as a list. */
  list(name: string, fields: ActionFields = {}): Promise<void> {
    return this.#perform(name, this.target.ami.action(createAction(name, fields)));
  }

  /** Starts a call, and waits until its channel is there. */
  async originate(fields: Readonly<Record<string, string | number | boolean>>): Promise<string> {
    const before = this.events.filter(({ name }) => name === 'Newchannel').length;
    await this.act('Originate', { Async: true, ...fields });
    return this.channelOf('Newchannel', {}, before + 1);
  }

  /** The event of that name that is so, from the beginning of the scenario on; or the second one, or the third. */
  async until(name: string, wanted: Wanted = {}, count = 1): Promise<AmiEvent> {
    const found = () =>
      this.events.filter((event) => event.name === name && isSo(event, wanted))[count - 1];
    await this.#untilTrue(`${name} ${JSON.stringify(wanted)}`, () => found() !== undefined);
    return found() as AmiEvent;
  }

  /** The name of the channel of such an event. */
  async channelOf(name: string, wanted: Wanted = {}, count = 1): Promise<string> {
    const event = await this.until(name, wanted, count);
    return event.get('Channel') ?? '';
  }

  pass(ms: number): Promise<void> {
    return this.target.pass(ms);
  }

  /** Hangs up whoever is left, one after the other, so that none of them is asked twice. */
  async hangUpAll(): Promise<void> {
    for (let left = this.#left(); left.length > 0; left = this.#left()) {
      const [channel = ''] = left;
      await this.act('Hangup', { Channel: channel });
      await this.#untilTrue(`hangup of ${channel}`, () => !this.#left().includes(channel));
      await this.pass(settleMs);
    }
  }

  /** Waits until every channel is gone and nothing more is heard, and stops listening. */
  async end(): Promise<void> {
    await this.#untilTrue('end of all channels', () => this.#left().length === 0);
    let heard = -1;
    for (let quiet = 0; quiet < quietMs; quiet += stepMs) {
      if (heard !== this.events.length) quiet = 0;
      heard = this.events.length;
      await this.pass(stepMs);
    }
    this.#heard.unsubscribe();
  }

  async #perform(action: string, answer$: Observable<Message>): Promise<void> {
    const answers: MessageView[] = [];
    let ended = false;
    let failure: unknown;
    const subscription = answer$.subscribe({
      next: (message) => answers.push(message),
      error: (error: unknown) => {
        ended = true;
        if (error instanceof ActionError) answers.push(error.response);
        else failure = error;
      },
      complete: () => (ended = true),
    });
    await this.#untilTrue(`answer to ${action}`, () => ended);
    subscription.unsubscribe();
    if (failure instanceof Error) throw failure;
    this.performed.push({ action, answers });
  }

  /** What the channels that are there are called by now, the oldest first. */
  #left(): string[] {
    const names = new Map<string, string>();
    for (const event of this.events) {
      const id = event.get('Uniqueid') ?? '';
      if (event.name === 'Newchannel') names.set(id, event.get('Channel') ?? '');
      if (event.name === 'Rename' && names.has(id)) names.set(id, event.get('Newname') ?? '');
      if (event.name === 'Hangup') names.delete(id);
    }
    return [...names.values()];
  }

  async #untilTrue(what: string, condition: () => boolean): Promise<void> {
    for (let waited = 0; !condition(); waited += stepMs) {
      if (waited > patienceMs) throw new Error(`No ${what}; heard ${this.#lastHeard()}`);
      await this.pass(stepMs);
    }
  }

  #lastHeard(): string {
    return this.events
      .slice(-8)
      .map((event) => event.lines.join(' | '))
      .join('\n');
  }
}

function isSo(event: AmiEvent, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([field, value]) => {
    const given = event.get(field) ?? '';
    return typeof value === 'string' ? given === value : value.test(given);
  });
}

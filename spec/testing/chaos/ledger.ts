import { isAmiError } from '../../../lib/index.js';
import type { AmiClient } from '../../../lib/index.js';
import type { Exchange } from '../../../lib/testing/index.js';
import type { MarkedAction } from './random-action.js';
import type { Reception } from './reception.js';

interface Entry extends MarkedAction {
  /** What has come, in order: `next`, and how it ended. */
  readonly told: string[];
  readonly problems: string[];
  error: unknown;
}

/** How often the exchange may have received an action, by what the client was told of it. */
const allowed: Readonly<Record<string, readonly number[]>> = {
  complete: [1],
  ListCancelledError: [1],
  ProtocolError: [1],
  ActionError: [1],
  denied: [0],
  'not-sent': [0],
  unknown: [0, 1],
};

/** What a client asks for, and what it is told of each. */
export class Ledger {
  readonly #entries: Entry[] = [];

  constructor(
    private readonly ami: AmiClient,
    /** Whether lists have as many entries as they say: no fault adds or spoils any. */
    private readonly isExact: boolean,
    private readonly log: (text: string) => void,
  ) {}

  /** How many have not been settled. */
  get open(): number {
    return this.#entries.filter(({ told }) => !isSettled(told)).length;
  }

  ask(marked: MarkedAction): void {
    const entry: Entry = { ...marked, told: [], problems: [], error: undefined };
    this.#entries.push(entry);
    this.log(`asks ${marked.mark}: ${marked.action.name} ${JSON.stringify(marked.action)}`);
    const { action, how } = marked;
    const { ami } = this;
    if (how === 'collect') {
      ami.collect(action).subscribe({
        next: ({ entries, complete }) => {
          entry.told.push('next');
          const said = complete?.message.get('ListItems');
          if (this.isExact && said !== undefined && Number(said) !== entries.length) {
            entry.problems.push(`has ${entries.length} entries, said to be ${said}`);
          }
        },
        ...this.#end(entry),
      });
    } else if (how === 'action') {
      ami.action(action).subscribe({ next: () => entry.told.push('next'), ...this.#end(entry) });
    } else {
      ami.request(action).subscribe({ next: () => entry.told.push('next'), ...this.#end(entry) });
    }
  }

  /** What has gone wrong with any of them, seen from the exchange. */
  problems(exchange: Exchange, reception: Reception): string[] {
    return this.#entries.flatMap((entry) => {
      const { action, mark, field, told } = entry;
      const outcome = outcomeOf(entry);
      const times = reception.count(field, mark);
      const found = [...entry.problems];
      if (!isSettled(told)) found.push('was not settled');
      else if (allowed[outcome]?.includes(times) !== true) {
        found.push(`ended as ${outcome}, and was received ${times} times`);
      }
      const values = told.filter((one) => one === 'next').length;
      const expected = entry.how === 'action' ? [1, 2] : [1];
      if (outcome === 'complete' && !expected.includes(values)) found.push(`had ${values} answers`);
      if (action.name === 'DBPut' && outcome !== 'unknown') {
        const isStored = exchange.manager.database.get('chaos', mark) === mark;
        if (isStored !== (outcome === 'complete')) found.push(`${outcome}, stored: ${isStored}`);
      }
      return found.map((text) => `${mark} (${action.name}) ${text}`);
    });
  }

  #end(entry: Entry) {
    return {
      error: (error: unknown) => {
        entry.error = error;
        entry.told.push('error');
        this.log(`told ${entry.mark}: ${String(error)}`);
      },
      complete: () => {
        entry.told.push('complete');
        this.log(`told ${entry.mark}: ${entry.told.join(' ')}`);
      },
    };
  }
}

function isSettled(told: readonly string[]): boolean {
  return told.includes('error') || told.includes('complete');
}

function outcomeOf({ error, told }: Entry): string {
  if (told.includes('complete')) return 'complete';
  if (!isAmiError(error)) return String(error);
  if (error.code === 'AMI_ACTION' && error.response.get('Message') === 'Permission denied') {
    return 'denied';
  }
  return 'outcome' in error ? error.outcome : error.name;
}

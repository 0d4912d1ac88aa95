import type { AmiClient } from '../../../lib/index.js';
import { isAmiError } from '../../../lib/index.js';
import type { AsteriskServer } from './asterisk-server.js';

export type Fate = 'answered' | 'not-sent' | 'unknown';

/** Actions that leave a lasting trace of every time they were carried out, to be held against their answers. */
export class Ledger {
  readonly #fates = new Map<string, Promise<Fate>>();
  readonly errors: Error[] = [];

  constructor(private readonly server: AsteriskServer) {}

  /** Asks for one more entry. */
  write(ami: AmiClient): Promise<Fate> {
    const key = `entry-${String(this.#fates.size)}`;
    const fate = new Promise<Fate>((resolve) => {
      ami
        .request('QueueLog', { Queue: 'spec', Event: 'LEDGER', Uniqueid: key, Message: key })
        .subscribe({
          complete: () => {
            resolve('answered');
          },
          error: (error: unknown) => {
            this.errors.push(error as Error);
            const outcome = isAmiError(error) && 'outcome' in error ? error.outcome : undefined;
            resolve(outcome === 'not-sent' ? 'not-sent' : 'unknown');
          },
        });
    });
    this.#fates.set(key, fate);
    return fate;
  }

  /** Holds what the client says against what the server did; gives how many had which fate. */
  async audit(): Promise<Record<Fate, number>> {
    const counts = { answered: 0, 'not-sent': 0, unknown: 0 };
    const times = new Map<string, number>();
    const fates = await Promise.all([...this.#fates].map(async ([key, fate]) => [key, await fate]));
    for (const line of await this.server.queueLog()) {
      const key = /\|(entry-\d+)\|/.exec(line)?.[1] ?? '';
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    for (const [key = '', fate = 'unknown'] of fates as [string, Fate][]) {
      const carriedOut = times.get(key) ?? 0;
      const allowed = { answered: [1], 'not-sent': [0], unknown: [0, 1] }[fate];
      expect({ key, fate, carriedOut, allowed }).toEqual({
        ...{ key, fate, carriedOut },
        allowed: expect.arrayContaining([carriedOut]) as number[],
      });
      counts[fate] += 1;
    }
    return counts;
  }
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { filter, firstValueFrom, take } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import { LocalExchange } from '../local-exchange.js';
import { MARKER } from '../protocol.js';
import { live, type Kind } from './live.js';
import { library, online, type Client } from './ours.js';

/** A client of an exchange in the same process. */
export class LocalClient {
  private readonly exchange = new LocalExchange();
  private readonly client: Client;

  constructor(scheduler?: SchedulerLike) {
    this.client = library.connect('tcp://admin:s3cret@localhost', {
      transport: () => this.exchange.connection,
      auth: 'plain',
      keepAlive: false,
      ...(scheduler && { scheduler }),
    });
  }

  /** Keeps these kinds, and hears all their changes; the count of those. */
  async keep(kinds: readonly Kind[]): Promise<() => number> {
    let changes = 0;
    await online(this.client);
    for (const kind of kinds) {
      const { state$, changes$ } = live[kind](this.client, { checkMs: 0 });
      changes$.subscribe(() => changes++);
      await firstValueFrom(state$.pipe(filter((state) => state === 'live')));
    }
    return () => changes;
  }

  /** Lets the client read some events, to the last. */
  async read(...chunks: readonly Buffer[]): Promise<void> {
    const marks$ = this.client.events$.pipe(
      filter(({ name }) => name === MARKER),
      take(1),
    );
    const marked = firstValueFrom(marks$);
    this.exchange.send(...chunks);
    this.exchange.mark();
    await marked;
  }
}

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Bytes on the heap that are in use. */
export async function heapInUse(): Promise<number> {
  // What waits for its turn still holds memory.
  for (let i = 0; i < 3; i++) {
    await new Promise(setImmediate);
    gc();
  }
  return process.memoryUsage().heapUsed;
}

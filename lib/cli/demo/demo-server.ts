import { merge } from 'rxjs';
import type { SchedulerLike, Subscription } from 'rxjs';
import { createExchange } from '../../testing/index.js';
import type { Exchange, TrafficOptions } from '../../testing/index.js';
import { office } from './office.js';

/** As many calls as can be followed with the eye. */
export const demoTraffic = { callsPerSecond: 0.6, concurrent: 7, talkMs: 9_000 };
/** Nobody wants to wait for the first. */
const firstCalls = { callsPerSecond: 4, calls: 3, talkMs: 9_000 };

/** A small exchange to look at: an office in which people call each other, and are called. */
export class DemoServer {
  readonly #exchange: Exchange;
  readonly #traffic: Subscription;

  private constructor(exchange: Exchange, traffic: TrafficOptions) {
    this.#exchange = exchange;
    const { seed } = traffic;
    const first$ = exchange.traffic({ ...firstCalls, ...(seed !== undefined && { seed }) });
    this.#traffic = merge(first$, exchange.traffic(traffic)).subscribe();
  }

  /** Starts the exchange; resolves when it takes connections. */
  static async listen(scheduler: SchedulerLike, seed = scheduler.now()): Promise<DemoServer> {
    const exchange = await createExchange({ ...office, scheduler });
    return new DemoServer(exchange, { ...demoTraffic, seed });
  }

  /** Its AMI URL, with credentials. */
  get url(): string {
    return this.#exchange.url;
  }

  /** Ends all calls and cuts every connection; resolves when all is closed. */
  close(): Promise<void> {
    this.#traffic.unsubscribe();
    return this.#exchange.close();
  }
}

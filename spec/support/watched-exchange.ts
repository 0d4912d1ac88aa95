import { Exchange } from '../../lib/testing/index.js';
import type { ActionRequest, ExchangeOptions, ExchangeSession } from '../../lib/testing/index.js';

/** An exchange on a socket that remembers what it was asked, and by whom. */
export class WatchedExchange extends Exchange {
  /** Every action so far, the logins included. */
  readonly requests: readonly ActionRequest[];

  private constructor(options: ExchangeOptions) {
    const requests: ActionRequest[] = [];
    super({
      ...options,
      onAction: (request) => {
        requests.push(request);
        return options.onAction?.(request);
      },
    });
    this.requests = requests;
  }

  /** Starts one; resolves when it listens. */
  static async listen(options: ExchangeOptions = {}): Promise<WatchedExchange> {
    const exchange = new WatchedExchange(options);
    await exchange.listen();
    return exchange;
  }

  /** Those who have asked for anything, also those who have gone, the newest last. */
  get clients(): readonly ExchangeSession[] {
    return [...new Set(this.requests.map(({ session }) => session))];
  }

  /** The newest of them. */
  get client(): ExchangeSession {
    const client = this.clients.at(-1);
    if (client === undefined) throw new Error('Nobody has asked for anything yet');
    return client;
  }

  /** The names of the actions, in order. */
  get asked(): string[] {
    return this.requests.map((request) => request.get('Action'));
  }
}

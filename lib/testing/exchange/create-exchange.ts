import { Exchange } from './exchange.js';
import type { ExchangeOptions } from './exchange-options.js';

/**
 * Starts a simulated Asterisk on a socket, of the loopback interface unless `host` says otherwise;
 * resolves when it listens. `close()` it when done.
 *
 * @throws The error of the socket, such as `EADDRINUSE`.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveCalls } from 'rxjs-ami/live';
 * import { createExchange } from 'rxjs-ami/testing';
 *
 * const exchange = await createExchange();
 * const ami = connect(exchange.url);
 * liveCalls(ami).changes$.subscribe(({ type, value }) => console.log(type, value?.state));
 * exchange.call({ from: 'alice', to: '1002' }).answer().wait(5000).hangUp();
 * ```
 */
export async function createExchange(options: ExchangeOptions = {}): Promise<Exchange> {
  const exchange = new Exchange(options);
  await exchange.listen();
  return exchange;
}

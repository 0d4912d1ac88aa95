import type { ActionHandler } from '../../../lib/testing/index.js';
import { WatchedExchange } from '../../support/watched-exchange.js';

/** A server, and a promise for each login that it accepts. */
export interface Serving {
  readonly server: WatchedExchange;
  readonly env: { readonly AMI_URL: string };
  /** Resolves once so many sessions have logged in. */
  loggedIn(times?: number): Promise<void>;
}

/** Starts a server that answers like this. */
export async function serve(onAction: ActionHandler = () => false): Promise<Serving> {
  let logins = 0;
  const waiting: { readonly times: number; readonly resolve: () => void }[] = [];
  const server = await WatchedExchange.listen({
    onAction: (request) => {
      if (request.get('Action') === 'Login') {
        // The server answers when this has returned.
        setImmediate(() => {
          logins++;
          for (const { times, resolve } of waiting) if (logins >= times) resolve();
        });
      }
      return onAction(request);
    },
  });
  return {
    server,
    env: { AMI_URL: server.url },
    loggedIn: (times = 1) =>
      new Promise((resolve) => {
        if (logins >= times) resolve();
        else waiting.push({ times, resolve });
      }),
  };
}

import { asapScheduler, Subject } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { ClientEnd } from './client-end.js';
import { Courier } from './courier.js';
import type { Link } from './link.js';
import { systemError } from './system-error.js';

/** A connection within the process. */
export interface LinkPair {
  /** What the client gets in place of a socket. */
  readonly client: ClientEnd;
  /** What the server gets. */
  readonly server: Link;
}

let lastPort = 49_151;

/**
 * Connects a client and a server without a network. What one sends reaches the other soon, by the
 * scheduler, and never within what sends it; in virtual time, the pair lives in that alone.
 */
export function createLinkPair(scheduler: SchedulerLike = asapScheduler): LinkPair {
  const server = new ServerEnd(scheduler);
  return { client: server.client, server };
}

class ServerEnd implements Link {
  readonly received$: Observable<Uint8Array>;
  readonly remoteAddress: string;
  readonly client: ClientEnd;
  readonly #received$ = new Subject<Uint8Array>();
  readonly #toClient: Courier;
  #isOpen = true;

  constructor(scheduler: SchedulerLike) {
    lastPort = lastPort === 65_535 ? 49_152 : lastPort + 1;
    this.remoteAddress = `127.0.0.1:${lastPort}`;
    this.received$ = this.#received$;
    this.#toClient = new Courier(scheduler);
    const toServer = new Courier(scheduler);
    this.client = new ClientEnd({
      write: (chunk, encoding) => {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
        toServer.carry(() => {
          if (this.#isOpen) this.#received$.next(bytes);
        });
      },
      close: () => {
        toServer.carry(() => {
          this.#received$.complete();
        });
      },
    });
  }

  send(data: Uint8Array | string): void {
    if (!this.#isOpen) return;
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    this.#toClient.carry(() => {
      this.client.receive(bytes);
    });
  }

  end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#toClient.carry(() => {
      this.client.receiveEnd();
    });
  }

  destroy(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#toClient.drop();
    this.#toClient.carry(() => {
      this.client.receiveError(systemError('ECONNRESET', 'read ECONNRESET'));
    });
  }
}

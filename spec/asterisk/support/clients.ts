import { connect } from '../../../lib/index.js';
import type { AmiClient, ConnectOptions, Diagnostic } from '../../../lib/index.js';
import { untilStatus } from './wait-for.js';

export interface ClientOptions extends ConnectOptions {
  /** What the client may report as odd, since the spec knows why. */
  readonly explained?: readonly Diagnostic['type'][];
}

/** The clients of one spec: closed when it ends, and heard out about all that was odd meanwhile. */
export class Clients {
  readonly #open = new Set<AmiClient>();
  #unexplained: string[] = [];

  connect(url: string, { explained = [], ...options }: ClientOptions = {}): AmiClient {
    const client = connect(url, options);
    this.#open.add(client);
    client.diagnostics$.subscribe(({ type, text, message }) => {
      if (explained.includes(type)) return;
      this.#unexplained.push([`${type}: ${text}`, ...(message?.lines ?? [])].join('\n'));
    });
    // Whoever does not look at events shall not be ended by the error that ends a client.
    client.events$.subscribe({ error: () => undefined });
    return client;
  }

  async online(url: string, options?: ClientOptions): Promise<AmiClient> {
    const client = this.connect(url, options);
    await untilStatus(client, 'online');
    return client;
  }

  /** Closes them, and fails where one met with something that nobody has explained. */
  close(): void {
    for (const client of this.#open) client.close();
    this.#open.clear();
    const unexplained = this.#unexplained;
    this.#unexplained = [];
    expect(unexplained).toEqual([]);
  }
}

import { AmiEvent, connect } from '../../../lib/index.js';
import type { AmiClient, ConnectOptions, Diagnostic, Message } from '../../../lib/index.js';
import { faultsOf } from './against-catalogue.js';
import { untilStatus } from './wait-for.js';

export interface ClientOptions extends ConnectOptions {
  /** What the client may report as odd, since the spec knows why. */
  readonly explained?: readonly Diagnostic['type'][];
}

/**
 * The clients of one spec: closed when it ends, and heard out about all that was odd meanwhile.
 * Odd is also an event that the catalogue does not know, or of which a field does not fit.
 */
export class Clients {
  readonly #open = new Set<AmiClient>();
  #unexplained: string[] = [];

  connect(url: string, { explained = [], ...options }: ClientOptions = {}): AmiClient {
    const client = connect(url, options);
    this.#open.add(client);
    const hear = ({ type, text, message }: Diagnostic): void => {
      if (explained.includes(type)) return;
      this.#unexplained.push([`${type}: ${text}`, ...(message?.lines ?? [])].join('\n'));
    };
    client.diagnostics$.subscribe(hear);
    // Whoever does not look at events shall not be ended by the error that ends a client.
    const error = (): void => undefined;
    client.events$.subscribe({ error });
    client.messages$.subscribe({
      next: (message) => {
        for (const diagnostic of schemaMismatches(message)) hear(diagnostic);
      },
      error,
    });
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

/** Decodes every event, be it an entry of a list or one that no spec asks for. */
function schemaMismatches(message: Message): Diagnostic[] {
  if (!(message instanceof AmiEvent)) return [];
  return faultsOf(message).map((text) => ({ type: 'schema-mismatch', text, message }));
}

import { lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { connect } from '../../../lib/index.js';
import type { AmiClient, ConnectOptions, Message } from '../../../lib/index.js';
import type { ExchangeOptions } from '../../../lib/testing/index.js';
import type { WatchedExchange } from '../../support/watched-exchange.js';
import type { Answers, Lab } from '../support/lab.js';

/** A server, and a client of it, for one row of the table. */
export class Bench {
  readonly #clients: AmiClient[] = [];

  constructor(private readonly lab: Lab) {}

  server(answers?: Answers, options?: ExchangeOptions): Promise<WatchedExchange> {
    return this.lab.server(answers, options);
  }

  /** A client that is closed after the row. */
  connect(url: string, options?: ConnectOptions): AmiClient {
    const ami = connect(url, options);
    this.#clients.push(ami);
    return ami;
  }

  /** A client of a server that answers as told. */
  async client(answers?: Answers, options?: ConnectOptions): Promise<AmiClient> {
    const server = await this.server(answers);
    return this.connect(server.url, options);
  }

  /** Sends a request, answers it by a success, and returns what the server was asked. */
  async asked(name: string, send: (ami: AmiClient) => Observable<Message>): Promise<Message> {
    let asked: Message | undefined;
    const ami = await this.client({
      [name]: (request) => {
        asked = request.action;
        request.respond('Success');
      },
    });
    await lastValueFrom(send(ami));
    if (asked === undefined) throw new Error(`${name} has not come`);
    return asked;
  }

  close(): void {
    for (const ami of this.#clients) ami.close();
  }
}

/** Shows that a row of the table is true. */
export type Row = (bench: Bench) => Promise<void> | void;

/** What a Promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was not rejected');
}

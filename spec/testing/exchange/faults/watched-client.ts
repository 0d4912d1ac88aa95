import type {
  AmiClient,
  AmiEvent,
  ConnectOptions,
  Diagnostic,
  Status,
} from '../../../../lib/index.js';
import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import { watch } from '../../../support/watch.js';
import type { Watched } from '../../../support/watch.js';
import { FaultyExchange } from './faulty-exchange.js';

/** A client of an exchange with faults, and what it has told. */
export class WatchedClient {
  readonly exchange = new FaultyExchange();
  ami!: AmiClient;
  status!: Watched<Status>;
  diagnostics!: Watched<Diagnostic>;
  events!: Watched<AmiEvent>;

  constructor() {
    this.#open();
  }

  /** The kinds of its diagnostics. */
  get told(): string[] {
    return this.diagnostics.values.map(({ type }) => type);
  }

  get states(): string[] {
    return this.status.values.map(({ state }) => state);
  }

  /** Why it has lost its sessions. */
  get losses(): unknown[] {
    return this.status.values.flatMap((one) => (one.state === 'waiting' ? [one.cause] : []));
  }

  /** Closes the client that is there, and begins again. */
  reopen(options: ConnectOptions): void {
    this.ami.close();
    this.#open(options);
  }

  inject(fault: Fault): void {
    this.exchange.faults.inject(fault);
  }

  request(): Watched<unknown> {
    return watch(this.ami.request('QueueReload'));
  }

  #open(options: ConnectOptions = {}): void {
    this.ami = this.exchange.connect({ keepAlive: false, ...options });
    this.status = watch(this.ami.status$);
    this.diagnostics = watch(this.ami.diagnostics$);
    this.exchange.clock.advance();
    this.events = watch(this.ami.events$);
  }
}

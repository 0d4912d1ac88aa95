import type { Link } from '../../../../../lib/testing/exchange/manager/link.js';
import { createLinkPair } from '../../../../../lib/testing/exchange/manager/link-pair.js';
import { Manager } from '../../../../../lib/testing/exchange/manager/manager.js';
import type { ManagerOptions } from '../../../../../lib/testing/exchange/manager/manager-options.js';
import { Pbx } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import type { PbxOptions } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import { VirtualClock } from '../../../../../lib/testing/index.js';

/** A manager in virtual time, and clients that speak to it in bytes. */
export class ManagerLab {
  readonly clock = new VirtualClock();
  readonly pbx: Pbx;
  readonly manager: Manager;

  constructor(options: ManagerOptions = {}, pbxOptions: PbxOptions = {}) {
    this.pbx = new Pbx({ scheduler: this.clock, ...pbxOptions });
    this.manager = new Manager(this.pbx, {
      accounts: [{ username: 'admin', secret: 's3cret' }],
      ...options,
    });
  }

  /** Connects, and has read the greeting. */
  connect(): RawClient {
    const client = new RawClient(this.clock, (link) => {
      this.manager.accept(link);
    });
    this.clock.advance();
    return client;
  }

  /** Connects and logs in; what came of that is not in `text`. */
  login(fields: Record<string, string> = {}): RawClient {
    const client = this.connect();
    client.ask({ Action: 'Login', Username: 'admin', Secret: 's3cret', ...fields });
    client.clear();
    return client;
  }
}

/** A client of raw bytes, in virtual time. */
export class RawClient {
  /** Whether the server has closed. */
  hasEnded = false;
  /** Whether the server has reset the connection. */
  isReset = false;
  #received: Buffer[] = [];
  readonly #end;

  constructor(
    private readonly clock: VirtualClock,
    accept: (link: Link) => void,
  ) {
    const { client, server } = createLinkPair(clock);
    this.#end = client;
    client.on('data', (bytes: Buffer) => this.#received.push(bytes));
    client.on('end', () => {
      this.hasEnded = true;
    });
    client.on('error', () => {
      this.isReset = true;
    });
    accept(server);
  }

  /** What has come, a byte a character. */
  get text(): string {
    return Buffer.concat(this.#received).toString('latin1');
  }

  /** What has come since it was last taken. */
  take(): string {
    const { text } = this;
    this.clear();
    return text;
  }

  clear(): void {
    this.#received = [];
  }

  /** Sends bytes as they are, and lets the server answer. */
  send(bytes: string | Uint8Array): void {
    this.#end.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    this.clock.advance();
  }

  /** Sends an action, and lets the server answer. */
  ask(fields: Record<string, string>): void {
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    this.send(`${lines.join('')}\r\n`);
  }

  /** Sends an action; gives what came within the same moment. */
  answer(fields: Record<string, string>): string {
    this.clear();
    this.ask(fields);
    return this.take();
  }

  close(): void {
    this.#end.destroy();
    this.clock.advance();
  }
}

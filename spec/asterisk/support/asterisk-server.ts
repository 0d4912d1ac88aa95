import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AsteriskProcess } from './asterisk-process.js';
import { runInRoot } from './asterisk-root.js';
import type { AsteriskRoot, AsteriskVersion } from './asterisk-root.js';
import { certificates } from './certificates.js';
import { asteriskConfig } from './config/asterisk-config.js';
import { managerUsers } from './config/manager-users.js';
import type { ManagerUserName } from './config/manager-users.js';
import { installAsterisk } from './install-asterisk.js';
import { instanceFolder } from './instance-folder.js';
import type { InstanceFolder } from './instance-folder.js';
import { portBlock } from './port-block.js';
import type { PortBlock } from './port-block.js';
import { readGreeting } from './read-greeting.js';
import { lastLines } from './run.js';
import { Hopeless, waitUntil } from './wait-until.js';

export interface AsteriskServerOptions {
  /** Configuration files, by name, to use instead of the usual ones or besides them. */
  readonly files?: Readonly<Record<string, string>>;
}

const bootTimeoutMs = 60_000;

/** A real Asterisk on loopback, with a configuration, data and ports of its own. */
export class AsteriskServer {
  readonly version: AsteriskVersion;
  /** Such as `16.28.0`. */
  readonly exactVersion: string;
  readonly host = '127.0.0.1';
  readonly port: number;
  readonly tlsPort: number;
  /** The authority that vouches for the server as `localhost` and `127.0.0.1`. */
  readonly caFile: string;
  readonly #root: AsteriskRoot;
  readonly #folder: InstanceFolder;
  readonly #ports: PortBlock;
  #process: AsteriskProcess | undefined;

  private constructor(root: AsteriskRoot, folder: InstanceFolder, ports: PortBlock) {
    this.version = root.version;
    this.exactVersion = root.exactVersion;
    this.port = ports.ami;
    this.tlsPort = ports.tls;
    this.caFile = join(folder.outside, 'etc/tls/authority.pem');
    this.#root = root;
    this.#folder = folder;
    this.#ports = ports;
  }

  /** Installs that version where needed, and configures a server that is yet to be started. */
  static async create(
    version: AsteriskVersion,
    { files = {} }: AsteriskServerOptions = {},
  ): Promise<AsteriskServer> {
    const root = await installAsterisk(version);
    const folder = await instanceFolder(root);
    const ports = await portBlock();
    const server = new AsteriskServer(root, folder, ports);
    return server.#orDisposed(async () => {
      await certificates(root, join(folder.inside, 'etc/tls'));
      const config = { ...asteriskConfig(version, ports, folder.inside), ...files };
      for (const [name, text] of Object.entries(config)) await server.writeConfig(name, text);
    });
  }

  /** As `create`, and starts it. */
  static async started(
    version: AsteriskVersion,
    options?: AsteriskServerOptions,
  ): Promise<AsteriskServer> {
    const server = await AsteriskServer.create(version, options);
    return server.#orDisposed(() => server.start());
  }

  /** Of Asterisk itself, while it runs. */
  get pid(): number | undefined {
    return this.#process?.running === true ? this.#process.pid : undefined;
  }

  url(user: ManagerUserName = 'admin'): string {
    return `tcp://${credentials(user)}@${this.host}:${String(this.port)}`;
  }

  tlsUrl(user: ManagerUserName = 'admin'): string {
    return `tls://${credentials(user)}@localhost:${String(this.tlsPort)}`;
  }

  async start(): Promise<void> {
    await this.startBooting();
    await this.untilBooted();
  }

  /** Starts it up to the point where its manager interface greets, long before all modules are loaded. */
  async startBooting(): Promise<void> {
    if (this.pid !== undefined) throw new Error('Asterisk is running already');
    const { inside, outside } = this.#folder;
    const printed = join(outside, 'log/printed');
    this.#process = await AsteriskProcess.start(this.#root, `${inside}/etc/asterisk.conf`, printed);
    await this.#until('greeting', () => readGreeting(this.port, 1_000));
  }

  async untilBooted(): Promise<void> {
    await this.#until('fully booted', () => this.cli('core waitfullybooted', bootTimeoutMs));
    await this.#until('complete', () => this.#lastCommand());
    await this.#until('greeting', () => readGreeting(this.port, 1_000));
  }

  /** Lets it say goodbye; to be started again, perhaps. */
  async stop(): Promise<void> {
    await this.#process?.stop();
  }

  /** As a crash or a power failure would: connections are reset, nobody is told. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** As an administrator would, within the same process: clients are told that it will be back. */
  async restartInPlace(): Promise<void> {
    const control = join(this.#folder.outside, 'run/asterisk.ctl');
    const before = await stat(control);
    await this.cli('core restart now').catch(() => '');
    await this.#until('restarting', async () => {
      if ((await stat(control)).ctimeMs === before.ctimeMs) throw new Error('it has not begun');
    });
    await this.untilBooted();
  }

  /** Keeps it from doing anything while its connections stay open, as a hung machine would. */
  async freeze(): Promise<void> {
    await this.#process?.freeze();
  }

  thaw(): void {
    this.#process?.signal('SIGCONT');
  }

  /** What Asterisk prints for a command of its console. */
  async cli(command: string, timeoutMs = 20_000): Promise<string> {
    const conf = `${this.#folder.inside}/etc/asterisk.conf`;
    const asterisk = ['asterisk', '-C', conf, '-rx', command];
    const printed = await runInRoot(this.#root.folder, asterisk, timeoutMs);
    // eslint-disable-next-line no-control-regex -- what colours text is made of
    return printed.replace(/\u001b\[[\d;]*[A-Za-z]/g, '').trimEnd();
  }

  /** Takes effect with the next start, or a reload of the module that reads it. */
  async writeConfig(name: string, text: string): Promise<void> {
    await writeFile(join(this.#folder.outside, 'etc', name), text);
  }

  /** The end of what it has printed and logged, to be shown when something fails. */
  async log(lines = 60): Promise<string> {
    const texts = await Promise.all(
      ['log/printed', 'log/full'].map((name) =>
        readFile(join(this.#folder.outside, name), 'utf8').catch(() => ''),
      ),
    );
    return texts.map((text) => lastLines(text, lines)).join('\n');
  }

  /** The lines of its log of queues, to which the action `QueueLog` adds one each time it is carried out. */
  async queueLog(): Promise<string[]> {
    const file = join(this.#folder.outside, 'log/queue_log');
    return (await readFile(file, 'utf8')).trimEnd().split('\n');
  }

  /** Ends it for good, and leaves nothing of it behind. */
  async dispose(): Promise<void> {
    this.thaw();
    await this.stop();
    await this.#folder.remove();
    this.#ports.release();
  }

  /** Commands of the core itself are the last to come, a moment after Asterisk says it is fully booted. */
  async #lastCommand(): Promise<void> {
    const printed = await this.cli('core show version');
    if (!printed.startsWith('Asterisk')) throw new Error(printed);
  }

  async #orDisposed(work: () => Promise<void>): Promise<this> {
    try {
      await work();
      return this;
    } catch (cause) {
      await this.dispose();
      throw cause;
    }
  }

  async #until<T>(what: string, attempt: () => Promise<T>): Promise<T> {
    const whileRunning = async () => {
      if (this.pid === undefined) throw new Hopeless('it has ended');
      return attempt();
    };
    try {
      return await waitUntil(whileRunning, { what, timeoutMs: bootTimeoutMs });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const text = `Asterisk ${this.exactVersion}: ${reason}\n${await this.log()}`;
      throw new Error(text, { cause });
    }
  }
}

function credentials(user: ManagerUserName): string {
  const { name, secret } = managerUsers[user];
  return `${encodeURIComponent(name)}:${encodeURIComponent(secret)}`;
}

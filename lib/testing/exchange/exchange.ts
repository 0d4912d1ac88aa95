import { asyncScheduler, defer } from 'rxjs';
import type { Observable, SchedulerLike, Subscription } from 'rxjs';
import { connect } from '../../client/index.js';
import type { AmiClient, ConnectOptions } from '../../client/index.js';
import { accountsOf } from './exchange-options.js';
import type { ExchangeOptions } from './exchange-options.js';
import { defaultDialplan, defaultPhones, defaultQueues } from './default-office.js';
import { FaultInjector } from './faults/fault-injector.js';
import type { Link } from './manager/link.js';
import { createLinkPair } from './manager/link-pair.js';
import { listen } from './manager/listen.js';
import type { Listener } from './manager/listen.js';
import { AstDb } from './manager/ast-db.js';
import { Manager } from './manager/manager.js';
import { Pbx } from './pbx/pbx.js';
import { ScriptedQueue } from './scripts/scripted-queue.js';
import type { Fields } from './pbx/fields.js';
import type { EventClass } from '../../catalogue/index.js';
import { CallScript } from './scripts/call-script.js';
import { createTraffic } from './traffic/create-traffic.js';
import type { TrafficCall, TrafficOptions } from './traffic/traffic-options.js';
import type { ScriptedCall } from './scripts/scripted-call.js';

/**
 * A simulated Asterisk: a PBX with phones, queues, conferences and parking, and the Manager
 * Interface to it. It emits the events that Asterisk emits, in its order, and knows the actions
 * that tell of them.
 *
 * `createExchange` makes one that listens on a socket. `new Exchange(options)` makes one within
 * the process, for {@link Exchange.connect}: with a virtual scheduler nothing then happens but in
 * virtual time.
 */
export class Exchange {
  /** Lets things go wrong between the exchange and its clients. */
  readonly faults: FaultInjector;
  readonly #options: ExchangeOptions;
  readonly #scheduler: SchedulerLike;
  readonly #database = new AstDb();
  #pbx: Pbx;
  #manager: Manager;
  #listener: Listener | undefined;
  #isDown = false;
  #restarting: Subscription | undefined;

  constructor(options: ExchangeOptions = {}) {
    this.#options = options;
    this.#scheduler = options.scheduler ?? asyncScheduler;
    this.faults = new FaultInjector(this.#scheduler, (fault) => {
      this.restart(fault);
    });
    this.#pbx = this.#createPbx();
    this.#manager = this.#createManager();
  }

  /** The port that it listens on; 0 if it doesn't. */
  get port(): number {
    return this.#listener?.port ?? 0;
  }

  /** An AMI URL with the credentials of its first user. */
  get url(): string {
    const [account] = accountsOf(this.#options.users);
    const credentials = [account?.username, account?.secret].map((text) =>
      encodeURIComponent(text ?? ''),
    );
    const scheme = this.#options.tls === undefined ? 'tcp' : 'tls';
    const { host = '127.0.0.1' } = this.#options;
    return `${scheme}://${credentials.join(':')}@${host}:${this.port}`;
  }

  /** @internal The PBX as it is now; another one after a restart. */
  get pbx(): Pbx {
    return this.#pbx;
  }

  /** @internal */
  get manager(): Manager {
    return this.#manager;
  }

  /** Listens on a socket; resolves when it does. */
  async listen(): Promise<void> {
    this.#listener ??= await listen((link) => {
      this.#accept(link);
    }, this.#options);
  }

  /**
   * A client of this exchange without a socket, in the time of the exchange. It dials now, logs in
   * as the first user, and renews its session, as any other.
   */
  connect(options: ConnectOptions = {}): AmiClient {
    const [account] = accountsOf(this.#options.users);
    return connect({
      ...(account === undefined ? {} : { username: account.username, secret: account.secret }),
      scheduler: this.#scheduler,
      transport: () => {
        const { client, server } = createLinkPair(this.#scheduler);
        this.#accept(server);
        return client;
      },
      ...options,
    });
  }

  /**
   * Begins a call, and gives the means to go on with it; the steps of its script are taken one
   * after the other, each as soon as it can be.
   */
  call(options: ScriptedCall): CallScript {
    return new CallScript(this.#pbx, options);
  }

  /** A queue, to be joined and changed. */
  queue(name: string): ScriptedQueue {
    return new ScriptedQueue(this.#pbx, name, (call) => this.call(call));
  }

  /**
   * Sends an event of your own to every session that may see it.
   *
   * @param privilege - The class of the event, such as `'call'`.
   */
  emit(name: string, fields: Fields, privilege: EventClass = 'user'): void {
    this.#pbx.emit(name, [privilege], fields);
  }

  /**
   * Lets calls come by chance, as in an office: who calls, and what happens, follows from the seed.
   *
   * Emits each call as it begins. Completes when `calls` have come and all are over. Unsubscribing
   * lets no more begin; those that are going on go on to their end.
   *
   * @example
   * ```ts
   * import { createExchange } from 'rxjs-ami/testing';
   *
   * const exchange = await createExchange();
   * exchange
   *   .traffic({ callsPerSecond: 2, mix: { answered: 3, queue: 1 }, seed: 7 })
   *   .subscribe(({ kind, from, to }) => console.log(kind, from, to));
   * ```
   */
  traffic(options: TrafficOptions): Observable<TrafficCall> {
    return defer(() => createTraffic(this.#pbx, (call) => this.call(call), options));
  }

  /**
   * Restarts, as `core restart now` does: whatever there was is gone, and numbers begin anew.
   * While it is down, connections are closed before a greeting.
   */
  restart({ downMs = 0, cleanly = true }: RestartOptions = {}): void {
    if (this.#isDown) return;
    this.#isDown = true;
    this.#manager.stop({ restart: true, cleanly });
    this.#pbx.stop();
    const nextSecond = Math.floor(this.#pbx.now() / 1000) + 1;
    this.#restarting = this.#scheduler.schedule(() => {
      this.#isDown = false;
      this.#pbx = this.#createPbx(nextSecond);
      this.#manager = this.#createManager();
    }, downMs);
  }

  /** Ends every call and connection, and stops listening; resolves when all is closed. */
  async close(): Promise<void> {
    this.#isDown = true;
    this.#restarting?.unsubscribe();
    this.#manager.destroy();
    this.faults.close();
    this.#pbx.stop();
    await this.#listener?.close();
  }

  #accept(link: Link): void {
    const accepted = this.#isDown ? undefined : this.faults.accept(link);
    if (accepted !== undefined) this.#manager.accept(accepted);
    else if (this.#isDown) link.destroy();
  }

  #createPbx(firstSecond?: number): Pbx {
    const { phones = defaultPhones, queues = defaultQueues } = this.#options;
    const names = [...queues.matchAll(/^\[(?!general\])([^\]]+)\]/gm)].map(([, name = '']) => name);
    const pbx = new Pbx(
      {
        ...this.#options,
        queues,
        scheduler: this.#scheduler,
        dialplan: this.#options.dialplan ?? defaultDialplan(phones, names),
      },
      firstSecond,
    );
    for (const [name, phone] of Object.entries(phones)) pbx.phones.add(name, phone);
    return pbx;
  }

  #createManager(): Manager {
    const { users, ...options } = this.#options;
    const accounts = accountsOf(users);
    return new Manager(this.#pbx, { ...options, accounts, database: this.#database });
  }
}

/** How an exchange restarts. */
export interface RestartOptions {
  /**
   * How long it is down, in ms.
   * @defaultValue 0
   */
  readonly downMs?: number;
  /**
   * Whether its `Shutdown` says `Cleanly`.
   * @defaultValue true
   */
  readonly cleanly?: boolean;
}

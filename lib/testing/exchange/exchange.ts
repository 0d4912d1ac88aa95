import { asyncScheduler, BehaviorSubject, defer, filter, takeUntil } from 'rxjs';
import type { Observable, SchedulerLike, Subscription } from 'rxjs';
import { connect } from '../../client/index.js';
import type { AmiClient, ConnectOptions } from '../../client/index.js';
import { accountsOf, checkOptions } from './exchange-options.js';
import type { ExchangeOptions, RestartOptions } from './exchange-options.js';
import { defaultDialplan, defaultPhones, defaultQueues } from './default-office.js';
import { FaultInjector } from './faults/fault-injector.js';
import type { Link } from './manager/link.js';
import { createLinkPair } from './manager/link-pair.js';
import { listen } from './manager/listen.js';
import type { Listener } from './manager/listen.js';
import { AstDb } from './manager/ast-db.js';
import type { ExchangeSession } from './manager/action-request.js';
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
 *
 * @example
 * ```ts
 * import { Exchange, VirtualClock } from 'rxjs-ami/testing';
 *
 * const clock = new VirtualClock();
 * const exchange = new Exchange({ scheduler: clock });
 * const ami = exchange.connect();
 * ami.event('DialEnd').subscribe(({ DialStatus }) => console.log(DialStatus)); // BUSY
 * exchange.call({ from: '2025550123', to: 'alice' }).wait(2000).reject();
 * clock.advance(5000);
 * ```
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
  readonly #closed$ = new BehaviorSubject(false);
  #restarting: Subscription | undefined;

  /** @throws RangeError for a version that there is not. */
  constructor(options: ExchangeOptions = {}) {
    checkOptions(options);
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

  /** The connections that are open, the newest last. */
  get sessions(): readonly ExchangeSession[] {
    return [...this.#manager.sessions];
  }

  /** @internal The PBX as it is now; another one after a restart. */
  get pbx(): Pbx {
    return this.#pbx;
  }

  /** @internal */
  get manager(): Manager {
    return this.#manager;
  }

  /** Listens on a socket, as `host`, `port` and `tls` say; resolves when it does. */
  async listen(): Promise<void> {
    this.#listener ??= await listen((link) => {
      this.#accept(link);
    }, this.#options);
  }

  /**
   * A client of this exchange without a socket, in the time of the exchange. It dials now, logs in
   * as the first user, and renews its session, as any other.
   *
   * @param options - As of `connect`; `username` and `secret` log in as somebody else.
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
   * Begins a call, in the next turn of the scheduler, and gives the means to go on with it; the steps
   * of its script are taken one after the other, each as soon as it can be.
   *
   * @throws Error for a phone that is not there, an extension that the dialplan does not have, or if
   * the exchange is closed.
   */
  call(options: ScriptedCall): CallScript {
    this.#checkOpen();
    return new CallScript(this.#pbx, options);
  }

  /** A queue, to be joined and changed, by its name; of one that is not there, using it throws. */
  queue(name: string): ScriptedQueue {
    return new ScriptedQueue(this.#pbx, name, (call) => this.call(call));
  }

  /**
   * Sends an event of your own to every session that may see it.
   *
   * @param privilege - The class of the event, such as `'call'`.
   */
  emit(name: string, fields: Fields, privilege: EventClass = 'user'): void {
    this.#checkOpen();
    this.#pbx.emit(name, [privilege], fields);
  }

  /**
   * Lets calls come by chance, as in an office: who calls, and what happens, follows from the seed.
   *
   * Cold: calls begin to come on each subscription. Emits each call as it begins. Completes when
   * `calls` have come and all are over, or the exchange is closed. Errors with a `RangeError` for no
   * calls a second, a kind that there is not, a mix of which none is possible here. Unsubscribing lets
   * no more begin; those that are going on go on to their end.
   *
   * @example
   * ```ts
   * import { Exchange, VirtualClock } from 'rxjs-ami/testing';
   *
   * const clock = new VirtualClock();
   * const exchange = new Exchange({ scheduler: clock });
   * exchange
   *   .traffic({ callsPerSecond: 2, mix: { answered: 3, queue: 1 }, seed: 7, calls: 3 })
   *   .subscribe(({ number, kind, from, to }) => console.log(number, kind, from, to));
   * clock.advance(60_000);
   * ```
   */
  traffic(options: TrafficOptions): Observable<TrafficCall> {
    const begin = (call: ScriptedCall): CallScript => this.call(call);
    return defer(() => createTraffic(this.#pbx, begin, options)).pipe(
      takeUntil(this.#closed$.pipe(filter(Boolean))),
    );
  }

  /**
   * Restarts, as `core restart now` does: whatever there was is gone, the database excepted, and
   * numbers begin anew. While it is down, connections are closed before a greeting, and another
   * restart does nothing.
   */
  restart({ downMs = 0, cleanly = true }: RestartOptions = {}): void {
    this.#checkOpen();
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
    this.#closed$.next(true);
    this.#restarting?.unsubscribe();
    this.#manager.destroy();
    this.faults.close();
    this.#pbx.stop();
    await this.#listener?.close();
  }

  #checkOpen(): void {
    if (this.#closed$.value) throw new Error('The exchange is closed');
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

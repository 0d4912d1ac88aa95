import { Subscription } from 'rxjs';
import type { EventClass } from '../../../catalogue/index.js';
import type { PbxEvent } from '../pbx/pbx-event.js';
import type { Pbx } from '../pbx/pbx.js';
import type { Account } from './account.js';
import { managerActions } from './actions/index.js';
import { AstDb } from './ast-db.js';
import { asteriskVersions } from './asterisk-versions.js';
import { runCli } from './cli-command.js';
import type { CliResult } from './cli-command.js';
import { coreCommands } from './core-commands.js';
import type { Link } from './link.js';
import type { ManagerAction } from './manager-action.js';
import { writeEvent, writePbxEvent } from './manager-event.js';
import type { EventStamp, ManagerEvent } from './manager-event.js';
import type { ManagerOptions } from './manager-options.js';
import { ManagerSession } from './manager-session.js';
import { defaultModules } from './default-modules.js';
import { reportSecurity } from './report-security.js';
import type { SecurityIncident } from './report-security.js';
import { writeTime } from './write-time.js';

const defaultAccounts: readonly Account[] = [{ username: 'admin', secret: 'secret' }];

/** The Asterisk Manager of a PBX, from the start of Asterisk to its end. */
export class Manager {
  readonly sessions = new Set<ManagerSession>();
  readonly accounts: readonly Account[];
  readonly database: AstDb;
  readonly modules: readonly string[];
  readonly #actions: ReadonlyMap<string, ManagerAction>;
  readonly #life = new Subscription();
  #state: 'booting' | 'running' | 'stopping' | 'stopped';
  #reloadedAt: number;
  #channels = 0;

  constructor(
    readonly pbx: Pbx,
    readonly options: ManagerOptions = {},
  ) {
    this.accounts = options.accounts ?? defaultAccounts;
    this.database = options.database ?? new AstDb();
    this.modules = options.modules ?? defaultModules;
    const actions = (options.actions ?? managerActions).filter(
      (action) => action.isLoaded?.(pbx) !== false,
    );
    this.#actions = new Map(actions.map((action) => [action.name.toLowerCase(), action]));
    this.#state = options.isBooted === false ? 'booting' : 'running';
    this.#reloadedAt = pbx.now();
    this.#life.add(
      pbx.events$.subscribe((event) => {
        this.#take(event);
      }),
    );
  }

  /** What it does with its clients. */
  get state(): 'booting' | 'running' | 'stopping' | 'stopped' {
    return this.#state;
  }

  /** Its actions by name, sorted. */
  get actions(): readonly ManagerAction[] {
    return [...this.#actions].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, a]) => a);
  }

  /** Seconds since Asterisk was started. */
  get uptime(): number {
    return Math.floor((this.pbx.now() - this.pbx.startedAt) / 1000);
  }

  /** Seconds since it read its configuration. */
  get sinceReload(): number {
    return Math.floor((this.pbx.now() - this.#reloadedAt) / 1000);
  }

  /** How many channels there have been. */
  get processedCalls(): number {
    return this.#channels;
  }

  findAction(name: string): ManagerAction | undefined {
    return this.#actions.get(name.toLowerCase());
  }

  findAccount(username: string): Account | undefined {
    const wanted = username.toLowerCase();
    return this.accounts.find((account) => account.username.toLowerCase() === wanted);
  }

  /** Serves a client, if there is room for one more. */
  accept(link: Link): void {
    const strangers = [...this.sessions].filter(({ account }) => account === undefined);
    const { authLimit = 50, authTimeout = 30_000 } = this.options;
    if (this.#state === 'stopped' || strangers.length >= authLimit) {
      link.end();
      return;
    }
    const session = new ManagerSession(this, link);
    this.sessions.add(session);
    const { protocol } = asteriskVersions[this.pbx.version];
    session.open(`Asterisk Call Manager/${protocol}`, authTimeout);
  }

  /** @internal A session is over. */
  remove(session: ManagerSession): void {
    this.sessions.delete(session);
  }

  /** Sends an event of lines that need not be fields to every session. */
  broadcast(name: string, privilege: readonly EventClass[], lines: readonly string[]): void {
    this.#deliver(writeEvent({ name, privilege }, lines, this.#stamp));
  }

  /** Tells of an incident with a session. */
  report(session: ManagerSession, incident: SecurityIncident): void {
    const { localAddress = '127.0.0.1:5038' } = this.options;
    reportSecurity(this.pbx, session, localAddress, incident);
  }

  runCommand(line: string): CliResult {
    return runCli(line, this, [...(this.options.commands ?? []), ...coreCommands]);
  }

  /** Reads the configuration again: that of a module, or all of it. */
  reload(module = 'All'): void {
    this.#reloadedAt = this.pbx.now();
    this.pbx.emit('Reload', ['system'], { Module: module, Status: 0 });
  }

  /** Asterisk has started: `FullyBooted`. */
  boot(): void {
    if (this.#state !== 'booting') return;
    this.#state = 'running';
    this.pbx.emit('FullyBooted', ['system'], {
      Status: 'Fully Booted',
      Uptime: this.uptime,
      LastReload: this.sinceReload,
    });
  }

  /** Asterisk is about to stop: it refuses whatever is asked, a login too. */
  beginStop(): void {
    if (this.#state !== 'stopped') this.#state = 'stopping';
  }

  /** Asterisk stops: `Shutdown`, and the end of every session. */
  stop({ restart = false, cleanly = true }: StopOptions = {}): void {
    if (this.#state === 'stopped') return;
    this.#state = 'stopped';
    this.pbx.emit('Shutdown', ['system'], {
      Shutdown: cleanly ? 'Cleanly' : 'Uncleanly',
      Restart: restart ? 'True' : 'False',
    });
    this.#life.unsubscribe();
    for (const session of [...this.sessions]) session.close();
  }

  /** Cuts every session, and is gone. */
  destroy(): void {
    this.#state = 'stopped';
    this.#life.unsubscribe();
    for (const session of [...this.sessions]) session.destroy();
  }

  get #stamp(): EventStamp {
    const { timestampEvents = false, systemName = '' } = this.options;
    return [
      ...(timestampEvents ? [`Timestamp: ${writeTime(this.pbx.now())}`] : []),
      ...(systemName === '' ? [] : [`SystemName: ${systemName}`]),
    ];
  }

  #take(event: PbxEvent): void {
    if (event.name === 'Newchannel') this.#channels++;
    if (this.sessions.size === 0) return;
    const written = writePbxEvent(event, this.pbx.version, this.#stamp);
    if (written !== undefined) this.#deliver(written);
  }

  #deliver(event: ManagerEvent): void {
    for (const session of [...this.sessions]) session.deliver(event);
  }
}

/** How Asterisk stops. */
export interface StopOptions {
  /** Whether it is going to start again. */
  readonly restart?: boolean;
  readonly cleanly?: boolean;
}

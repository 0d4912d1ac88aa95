import { defer, EMPTY, finalize, Subject, Subscription, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Account } from './account.js';
import type { ActionMessage } from './action-message.js';
import type { ExchangeSession } from './action-request.js';
import { ALL_CLASSES, maskOf } from './class-mask.js';
import { encodeText } from './encode-text.js';
import { EventFilters } from './event-filters.js';
import type { Link } from './link.js';
import type { Manager } from './manager.js';
import type { ManagerEvent } from './manager-event.js';
import { RequestReader } from './request-reader.js';
import { runRequest } from './run-request.js';

/**
 * A client of the manager.
 *
 * One request is performed at a time; what happens meanwhile waits until its answer is complete.
 */
export class ManagerSession implements ExchangeSession {
  readonly id: string;
  readonly filters = new EventFilters();
  /** What the client wants to see, of what it may. */
  eventMask = ALL_CLASSES;
  /** What it was given to prove that it knows the secret, once it has asked for that. */
  challenge: string | undefined;
  /** When it logged in, in ms since 1970. */
  loggedInAt = 0;
  #account: Account | undefined;
  #username = '';
  #events: ManagerEvent[] = [];
  #requests: ActionMessage[] = [];
  #isBusy = false;
  #isClosed = false;
  /** Whether nothing more will come from the client. */
  #hasEnded = false;
  #patience = Subscription.EMPTY;
  readonly #reader = new RequestReader();
  readonly #activity$ = new Subject<void>();
  readonly #life = new Subscription();

  constructor(
    readonly manager: Manager,
    private readonly link: Link,
  ) {
    const number = manager.pbx.next('session');
    this.id = `0x7f${(number * 16).toString(16).padStart(10, '0')}`;
  }

  get remoteAddress(): string {
    return this.link.remoteAddress;
  }

  /** Who is logged in, if anybody is. */
  get account(): Account | undefined {
    return this.#account;
  }

  /** The name that was given at the login; empty before. */
  get username(): string {
    return this.#username;
  }

  /** What the user may do, as a mask of classes. */
  get writeMask(): number {
    return this.#account === undefined ? 0 : maskOfAll(this.#account.write);
  }

  /** What of the user's events the client gets, as a mask of classes. */
  get readMask(): number {
    return this.#account === undefined ? 0 : maskOfAll(this.#account.read) & this.eventMask;
  }

  /** Emits when an event waits to be sent, or something has come from the client. */
  get activity$(): Observable<void> {
    return this.#activity$;
  }

  /** Whether events wait to be sent. */
  get hasEvents(): boolean {
    return this.#events.length > 0;
  }

  /** Greets, and begins to read. */
  open(greeting: string, authTimeout: number): void {
    this.send(`${greeting}\r\n`);
    this.#patience = timer(authTimeout, this.manager.pbx.scheduler).subscribe(() => {
      this.close();
    });
    this.#life.add(this.#patience);
    this.#life.add(
      this.link.received$.subscribe({
        next: (chunk) => {
          this.#requests.push(...this.#reader.push(chunk));
          this.#activity$.next();
          this.#goOn();
        },
        error: () => {
          this.close();
        },
        complete: () => {
          this.#hasEnded = true;
          this.#goOn();
        },
      }),
    );
  }

  /** The client is who it says it is. */
  logIn(account: Account, username: string): void {
    this.#patience.unsubscribe();
    this.#account = account;
    this.#username = username;
    this.loggedInAt = this.manager.pbx.now();
    for (const filter of account.eventFilters ?? []) this.filters.add('', filter);
  }

  send(data: string | Uint8Array): void {
    if (!this.#isClosed) this.link.send(typeof data === 'string' ? encodeText(data) : data);
  }

  /** Sends an event when it is its turn. */
  deliver(event: ManagerEvent): void {
    this.#events.push(event);
    if (this.#isBusy) this.#activity$.next();
    else this.flush();
  }

  /** Sends the events that wait, of those that the client may see and wants. */
  flush(): void {
    const events = this.#events;
    this.#events = [];
    for (const event of events) {
      const isWanted = (this.readMask & event.mask) === event.mask;
      if (this.#account !== undefined && isWanted && this.filters.admits(event)) {
        this.send(event.bytes);
      }
    }
  }

  /** Closes, after what was sent. */
  close(): void {
    this.#end(() => {
      this.link.end();
    });
  }

  /** Cuts the connection. */
  destroy(): void {
    this.#end(() => {
      this.link.destroy();
    });
  }

  #end(how: () => void): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    how();
    this.manager.remove(this);
    this.#life.unsubscribe();
  }

  /** Performs what has been asked for, one after the other. */
  #goOn(): void {
    while (!this.#isBusy && !this.#isClosed) {
      const request = this.#requests.shift();
      if (request !== undefined) this.#perform(request);
      else if (this.#hasEnded) this.close();
      else return;
    }
  }

  #perform(message: ActionMessage): void {
    this.#isBusy = true;
    let isAtOnce = true;
    const running = new Subscription();
    this.#life.add(running);
    running.add(
      defer(() => runRequest(message, this) ?? EMPTY)
        .pipe(
          finalize(() => {
            this.#isBusy = false;
            if (this.#isClosed) return;
            this.#life.remove(running);
            if (message.get('SuppressEvents') === '') this.flush();
            if (!isAtOnce) this.#goOn();
          }),
        )
        .subscribe(),
    );
    isAtOnce = false;
  }
}

function maskOfAll(classes: Account['read']): number {
  return classes === undefined ? ALL_CLASSES : maskOf(classes);
}

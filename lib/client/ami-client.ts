import {
  BehaviorSubject,
  catchError,
  defer,
  filter,
  finalize,
  Observable,
  of,
  ReplaySubject,
  retry,
  switchMap,
  take,
  tap,
  throwError,
  throwIfEmpty,
  timeout,
  timer,
} from 'rxjs';
import type { Subscription, TeardownLogic } from 'rxjs';
import {
  ActionTimeoutError,
  AuthenticationError,
  ClosedError,
  ConnectError,
  isAmiError,
  ProtocolError,
} from '../errors/index.js';
import type { AmiError } from '../errors/index.js';
import type { Action } from '../wire/index.js';
import { AmiConnection } from './ami-connection.js';
import type { AmiSession } from './ami-session.js';
import { MessageHub } from './message-hub.js';
import type { Receiver, Wanted } from './receiver.js';
import { runSession } from './open-session.js';
import { backoffDelay } from './reconnect-policy.js';
import type { ReconnectOptions } from './reconnect-policy.js';
import { lostError } from './session-end.js';
import type { Settings } from './settings.js';
import type { Status } from './status.js';
import { traceStatus } from './trace.js';

/**
 * A connection to an Asterisk Manager that renews itself; `connect` makes one.
 *
 * Its streams outlive its sessions: subscribe once. Actions asked for while there is no session are
 * held until there is one, or until `actionTimeoutMs` has passed; what has reached the wire is
 * never sent again.
 */
export class AmiClient extends AmiConnection {
  /** Where the client stands; the latest {@link Status} first. Completes when it is closed. */
  readonly status$: Observable<Status>;

  readonly #settings: Settings;
  readonly #policy: Required<ReconnectOptions> | false;
  readonly #status$ = new ReplaySubject<Status>(1);
  readonly #session$ = new BehaviorSubject<AmiSession | undefined>(undefined);
  readonly #renewal: Subscription;
  readonly #memory = { seen: false };
  #online: AmiSession | undefined;
  #attempt = 0;
  #onlineSince: number | undefined;
  #isEnding = false;
  #isFinished = false;

  /** @internal */
  constructor(settings: Settings, policy: Required<ReconnectOptions> | false) {
    super(new MessageHub(), settings.scheduler);
    this.#settings = settings;
    this.#policy = policy;
    this.status$ = this.#status$.asObservable();
    this.#renewal = this.#renew();
  }

  override end(): Observable<void> {
    return defer(() => {
      this.#isEnding = true;
      return this.idle$.pipe(
        switchMap(() => this.#online?.logOff() ?? of(undefined)),
        tap(() => {
          this.close();
        }),
        finalize(() => {
          this.#isEnding = this.#isFinished;
        }),
      );
    });
  }

  override close(): void {
    this.#isEnding = true;
    this.#renewal.unsubscribe();
    this.#finish();
  }

  /** @internal */
  override get isClosing(): boolean {
    return this.#isEnding;
  }

  /** @internal */
  override perform(action: Action, wanted: Wanted, receiver: Receiver): TeardownLogic {
    if (this.#online !== undefined) return this.#online.perform(action, wanted, receiver);
    const { actionTimeoutMs: timeoutMs, encoding, scheduler } = this.#settings;
    // What is held is checked at once, and not when it is too late to be mended.
    action.serialize(undefined, encoding);
    return this.#session$
      .pipe(
        filter((session) => session !== undefined),
        take(1),
        throwIfEmpty(() => new ClosedError(action.name, 'not-sent')),
        catchError((cause: unknown) => throwError(() => notSent(action, cause))),
        timeout({
          first: timeoutMs,
          scheduler,
          with: () =>
            throwError(() => new ActionTimeoutError(action.name, undefined, timeoutMs, 'not-sent')),
        }),
        switchMap(
          (session) => new Observable((held: Receiver) => session.perform(action, wanted, held)),
        ),
      )
      .subscribe(receiver);
  }

  #renew(): Subscription {
    return defer(() => {
      const attempt = this.#attempt + 1;
      this.#setStatus({ state: 'connecting', attempt });
      return runSession(this.#settings, {
        hub: this.hub,
        memory: this.#memory,
        greeted: () => {
          this.#setStatus({ state: 'authenticating', attempt });
        },
      });
    })
      .pipe(
        tap((session) => {
          this.#setOnline(session);
        }),
        retry({ delay: (error) => this.#afterLoss(error) }),
      )
      .subscribe({
        error: (error: unknown) => {
          this.#finish(toAmiError(error));
        },
        complete: () => {
          this.#finish();
        },
      });
  }

  #setOnline(session: AmiSession): void {
    this.#onlineSince = this.#settings.scheduler.now();
    this.#online = session;
    // What was held goes first, before anybody hears of it and sends more.
    this.#session$.next(session);
    this.#setStatus({ state: 'online', attempt: this.#attempt + 1, version: session.version });
  }

  /** Decides what follows a failed attempt or a lost session: a delay, or the end. */
  #afterLoss(error: unknown): Observable<unknown> {
    const { scheduler } = this.#settings;
    const policy = this.#policy;
    const cause = toAmiError(error);
    const upMs = this.#onlineSince === undefined ? 0 : scheduler.now() - this.#onlineSince;
    const wasStable = this.#online !== undefined && policy !== false && upMs >= policy.stableMs;
    this.#attempt = wasStable ? 0 : this.#attempt + 1;
    this.#online = undefined;
    this.#session$.next(undefined);
    if (policy === false || policy.isFinal(cause) || this.#attempt >= policy.maxAttempts) {
      return throwError(() => cause);
    }
    const delayMs = backoffDelay(policy, this.#attempt, Math.random());
    this.#setStatus({ state: 'waiting', attempt: this.#attempt, delayMs, cause });
    return timer(delayMs, scheduler);
  }

  #setStatus(status: Status): void {
    traceStatus(this.#settings.address, status);
    this.#status$.next(status);
  }

  #finish(cause?: AmiError): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    this.#online = undefined;
    this.#setStatus(cause === undefined ? { state: 'closed' } : { state: 'closed', cause });
    this.#status$.complete();
    if (cause === undefined) {
      this.#session$.complete();
      this.hub.complete();
    } else {
      this.#session$.error(cause);
      this.hub.fail(cause);
    }
  }
}

function toAmiError(error: unknown): AmiError {
  return isAmiError(error) ? error : new ProtocolError(String(error), { cause: error });
}

/** The error of an action that was held for a client that has come to its end. */
function notSent(action: Action, cause: unknown): unknown {
  if (!isAmiError(cause) || cause instanceof ClosedError) return cause;
  const saysSo = cause instanceof AuthenticationError || cause instanceof ConnectError;
  return saysSo ? cause : lostError(action, 'not-sent', cause);
}

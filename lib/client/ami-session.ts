import type { Duplex } from 'node:stream';
import {
  AsyncSubject,
  catchError,
  concatWith,
  defer,
  EMPTY,
  finalize,
  ignoreElements,
  Observable,
  of,
  Subject,
  switchMap,
  takeUntil,
  tap,
  throwError,
} from 'rxjs';
import { ClosedError, InvalidActionError } from '../errors/index.js';
import type { AmiError } from '../errors/index.js';
import {
  Action,
  AmiEvent,
  MessageParser,
  parseGreeting,
  parseMessages,
  Response,
} from '../wire/index.js';
import type { Greeting, Message } from '../wire/index.js';
import { ActionIds } from './action-ids.js';
import { AmiConnection } from './ami-connection.js';
import type { Diagnostic } from './diagnostic.js';
import { fromSocket } from './from-socket.js';
import type { Heartbeat } from './keep-alive.js';
import { inspectMessage } from './inspect-message.js';
import type { MessageHub } from './message-hub.js';
import { blockingMs, PendingAction } from './pending-action.js';
import { PendingActions } from './pending-actions.js';
import { explainEnd, explainGreeting, lostError } from './session-end.js';
import type { SessionPhase } from './session-end.js';
import type { Settings } from './settings.js';
import { traceStart } from './trace.js';

/**
 * One connection to an Asterisk Manager, from its greeting to its end; see `openSession`.
 */
export class AmiSession extends AmiConnection implements Heartbeat {
  readonly #socket: Duplex;
  readonly #settings: Settings;
  readonly #ids = new ActionIds();
  readonly #pending = new PendingActions((diagnostic) => {
    this.report(diagnostic);
  });
  readonly #parser: MessageParser;
  readonly #greeting$ = new AsyncSubject<Greeting>();
  readonly #closed$ = new Subject<void>();
  #phase: SessionPhase = 'greeting';
  #version = '';
  #isEnding = false;
  #received = 0;
  #blockedUntil = 0;

  /** @internal */
  constructor(settings: Settings, hub: MessageHub) {
    super(hub);
    this.#settings = settings;
    this.#parser = new MessageParser(settings.limits);
    this.#socket = settings.transport(settings.address);
    // A socket may fail after everybody has stopped listening; that must not end the process.
    this.#socket.on('error', () => undefined);
  }

  /** The protocol version of the server's greeting, such as `'11.0.0'`. */
  get version(): string {
    return this.#version;
  }

  /** @internal How many messages have come so far. */
  get received(): number {
    return this.#received;
  }

  /** @internal Until when an action that was sent may keep the server from answering. */
  get blockedUntil(): number {
    return this.#blockedUntil;
  }

  /** @internal Sends a Ping that `pending` does not count. */
  get ping$(): Observable<Message> {
    return this.perform(new Action('Ping'));
  }

  override end(): Observable<void> {
    return defer(() => {
      this.#isEnding = true;
      return this.idle$.pipe(
        switchMap(() => this.logOff()),
        tap(() => {
          this.close();
        }),
        finalize(() => {
          this.#isEnding = false;
        }),
      );
    });
  }

  override close(): void {
    this.#closed$.next();
  }

  /** @internal Sends the Logoff, whatever becomes of it, and emits once. */
  logOff(): Observable<void> {
    return this.perform(new Action('Logoff')).pipe(
      catchError(() => of(undefined)),
      ignoreElements(),
      concatWith(of(undefined)),
    );
  }

  /**
   * @internal Reads from the socket and passes everything on, until the session ends: completes
   * after a Logoff, errors if the connection is lost or did not come about.
   */
  read(): Observable<never> {
    const { encoding, limits } = this.#settings;
    return fromSocket(this.#socket, { encoding, maxLineLength: limits.maxLineLength }).pipe(
      tap((line) => {
        if (this.#phase === 'greeting') this.#takeGreeting(line);
        this.hub.takeLine(line);
      }),
      parseMessages(this.#parser),
      tap((message) => {
        this.#take(message);
      }),
      ignoreElements(),
      catchError((error: unknown) =>
        throwError(() => explainEnd(this.#phase, this.#settings.address, error)),
      ),
      concatWith(
        defer(() =>
          this.#isEnding
            ? EMPTY
            : throwError(() => explainEnd(this.#phase, this.#settings.address)),
        ),
      ),
      finalize(() => {
        this.#reportTruncated();
      }),
      takeUntil(this.#closed$),
    );
  }

  /** @internal The greeting, once it has come. */
  get greeted$(): Observable<Greeting> {
    return this.#greeting$;
  }

  /** @internal From now on, a loss is the loss of a session that was up. */
  setOnline(): void {
    this.#phase = 'online';
  }

  /** @internal Tells of something that was survived. */
  report(diagnostic: Diagnostic): void {
    this.hub.report(diagnostic);
  }

  /** @internal The session is over: frees the socket, and fails what is pending. */
  dispose(cause?: AmiError): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    this.#socket.destroy();
    this.#pending.failAll(({ id, action }) =>
      cause === undefined
        ? new ClosedError(action.name, 'unknown', id)
        : lostError(action, 'unknown', cause, id),
    );
  }

  /** @internal */
  override get isClosing(): boolean {
    return this.#isEnding;
  }

  /** @internal */
  override perform(action: Action): Observable<Message> {
    return new Observable((subscriber) => {
      if (this.#phase === 'ended') {
        subscriber.error(lostError(action, 'not-sent'));
        return;
      }
      const id = action.actionId ?? this.#ids.next();
      const { actionTimeoutMs, address, encoding, limits, scheduler } = this.#settings;
      // What it throws, the Observable turns into its error.
      const text = action.serialize(id, encoding);
      if (this.#pending.has(id)) {
        throw new InvalidActionError(action.name, ['its ActionID is that of a pending action']);
      }
      const pending = new PendingAction(
        id,
        action,
        subscriber,
        { timeoutMs: actionTimeoutMs, maxListEntries: limits.maxListEntries },
        scheduler,
        traceStart(address, action.name, id),
        (done, verdict) => {
          this.#pending.remove(done, verdict);
        },
      );
      this.#pending.add(pending);
      const now = scheduler.now();
      this.#blockedUntil = Math.max(now, this.#blockedUntil) + blockingMs(action);
      this.#socket.write(text, encoding);
      return () => {
        pending.abandon();
      };
    });
  }

  #takeGreeting(line: string): void {
    const greeting = parseGreeting(line);
    if (greeting === undefined) throw explainGreeting(line, this.#settings.address);
    this.#phase = 'login';
    this.#version = greeting.version;
    this.#greeting$.next(greeting);
    this.#greeting$.complete();
  }

  #take(message: Message): void {
    this.#received++;
    if (this.hub.isDiagnosed) {
      for (const diagnostic of inspectMessage(message)) this.report(diagnostic);
    }
    if (message instanceof AmiEvent) {
      this.hub.takeMessage(message, this.#pending.takeEvent(message));
      return;
    }
    this.hub.takeMessage(message, true);
    if (!(message instanceof Response)) return;
    if (message.status === 'Goodbye') this.#isEnding = true;
    this.#pending.takeResponse(message);
  }

  #reportTruncated(): void {
    const lines = this.#parser.waiting;
    if (lines === 0) return;
    const text = `The connection ended within a message; ${lines} lines of it are dropped`;
    this.report({ type: 'truncated-message', text });
  }
}

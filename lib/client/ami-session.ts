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
  timeout,
} from 'rxjs';
import type { TeardownLogic } from 'rxjs';
import { ClosedError } from '../errors/index.js';
import type { AmiError } from '../errors/index.js';
import {
  Action,
  AmiEvent,
  LineSplitter,
  MessageParser,
  parseGreeting,
  Response,
} from '../wire/index.js';
import type { Greeting, Message } from '../wire/index.js';
import { readChunks } from '../transport/index.js';
import { ActionSender } from './action-sender.js';
import { AmiConnection } from './ami-connection.js';
import { inspectMessage } from './inspect-message.js';
import type { MessageHub } from './message-hub.js';
import type { Receiver, Wanted } from './receiver.js';
import { explainEnd, explainGreeting, lostError } from './session-end.js';
import type { SessionPhase } from './session-end.js';
import type { Settings } from './settings.js';

// A Logoff is a courtesy: a server that does not answer it is not waited for.
const LOGOFF_MS = 3000;

/**
 * One connection to an Asterisk Manager, from its greeting to its end; see `openSession`.
 */
export class AmiSession extends AmiConnection {
  readonly #socket: Duplex;
  readonly #settings: Settings;
  readonly #sender: ActionSender;
  readonly #parser: MessageParser;
  readonly #greeting$ = new AsyncSubject<Greeting>();
  readonly #closed$ = new Subject<void>();
  #phase: SessionPhase = 'greeting';
  #version = '';
  #isEnding = false;
  #isLoggedOff = false;
  #received = 0;

  /** @internal */
  constructor(settings: Settings, hub: MessageHub) {
    super(hub, settings.scheduler);
    this.#settings = settings;
    this.#parser = new MessageParser(settings.limits);
    this.#socket = settings.transport(settings.address);
    this.#sender = new ActionSender(
      settings,
      (text) => {
        this.#socket.write(text, settings.encoding);
      },
      (diagnostic) => {
        this.report(diagnostic);
      },
    );
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
    return this.#sender.blockedUntil;
  }

  /** @internal Sends a Ping that `pending` does not count. */
  readonly ping$ = defer(() => this.#perform(new Action('Ping')));

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
    return this.#perform(new Action('Logoff')).pipe(
      timeout({ first: LOGOFF_MS, scheduler: this.#settings.scheduler }),
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
    const splitter = new LineSplitter({ encoding, maxLineLength: limits.maxLineLength });
    const sink = {
      next: (line: string): void => {
        this.#takeLine(line);
      },
    };
    // As fromSocket() and parseMessages(), without the operators between a line and a message.
    return readChunks(this.#socket).pipe(
      tap((chunk) => {
        splitter.push(chunk, sink);
      }),
      ignoreElements(),
      catchError((error: unknown) =>
        throwError(() => explainEnd(this.#phase, this.#settings.address, error)),
      ),
      concatWith(
        defer(() =>
          this.#isLoggedOff
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

  /** @internal The session is over: frees the socket, and fails what is pending. */
  dispose(cause?: AmiError): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    this.#socket.destroy();
    this.#sender.pending.failAll(({ id, action }) =>
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
  override perform(action: Action, wanted: Wanted, receiver: Receiver): TeardownLogic {
    if (this.#phase === 'ended') {
      receiver.error(lostError(action, 'not-sent'));
      return;
    }
    const pending = this.#sender.send(action, wanted, receiver);
    return () => {
      pending.abandon();
    };
  }

  /** Sends an action that is not counted as one of the user's. */
  #perform(action: Action): Observable<Message> {
    return new Observable((subscriber) => this.perform(action, 'all', subscriber));
  }

  #takeLine(line: string): void {
    // Closed by a subscriber while the rest of the chunk is still to be passed on.
    if (this.#phase === 'ended') return;
    if (this.#phase === 'greeting') this.#takeGreeting(line);
    this.hub.takeLine(line);
    const message = this.#parser.push(line);
    if (message !== undefined) this.#take(message);
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
      this.hub.takeMessage(message, this.#sender.pending.takeEvent(message));
      return;
    }
    this.hub.takeMessage(message, true);
    if (!(message instanceof Response)) return;
    if (message.status === 'Goodbye') this.#isLoggedOff = true;
    this.#sender.pending.takeResponse(message);
  }

  #reportTruncated(): void {
    const lines = this.#parser.waiting;
    if (lines === 0) return;
    const text = `The connection ended within a message; ${lines} lines of it are dropped`;
    this.report({ type: 'truncated-message', text });
  }
}

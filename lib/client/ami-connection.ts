import { BehaviorSubject, catchError, defer, first, map, Observable, reduce } from 'rxjs';
import type { TeardownLogic } from 'rxjs';
import { ClosedError, ListCancelledError, ProtocolError } from '../errors/index.js';
import { Action, AmiEvent, Response } from '../wire/index.js';
import type { ActionFields, Message } from '../wire/index.js';
import type { Collection } from './collection.js';
import type { Diagnostic } from './diagnostic.js';
import { isListEnd } from './find-list-action.js';
import type { MessageHub } from './message-hub.js';
import { CountedReceiver } from './receiver.js';
import type { Receiver, Tally, Wanted } from './receiver.js';

/**
 * What one session and a client that renews its sessions have in common: the streams of what
 * comes in, and the methods that send actions.
 *
 * The streams are hot: they carry what comes from the moment of subscribing on, and unsubscribing
 * changes nothing for others. The methods that send are cold: each subscription sends the action
 * once, under an ActionID of its own; unsubscribing forgets the action (the server may still carry
 * it out). They never throw; what is wrong comes as an error of the Observable.
 */
export abstract class AmiConnection {
  /** Raw lines as received, without line ends; the greeting is the first of a session. */
  readonly lines$: Observable<string>;
  /** Every message: responses, events, entries of lists. */
  readonly messages$: Observable<Message>;
  /** Every response, to whatever action. */
  readonly responses$: Observable<Response>;
  /**
   * Every event that happens on the exchange. The entries of lists asked for here are not among
   * them, since they are no news; `messages$` has them, too.
   */
  readonly events$: Observable<AmiEvent>;
  /** What was odd and survived; see {@link Diagnostic}. Completes with the connection. */
  readonly diagnostics$: Observable<Diagnostic>;

  readonly #pending$ = new BehaviorSubject(0);
  readonly #tally: Tally = {
    add: (change) => {
      this.#pending$.next(this.#pending$.value + change);
    },
  };

  /** @internal */
  constructor(
    /** @internal */
    protected readonly hub: MessageHub,
  ) {
    this.lines$ = hub.lines$;
    this.messages$ = hub.messages$;
    this.responses$ = hub.responses$;
    this.events$ = hub.events$;
    this.diagnostics$ = hub.diagnostics$;
  }

  /** How many actions of the user have no final answer yet, those held back included. */
  get pending(): number {
    return this.#pending$.value;
  }

  /**
   * The events of one name, in Asterisk's spelling; routed by name, so that others cost nothing.
   *
   * Completes and errors as `events$` does.
   *
   * @example
   * ```ts
   * import { connect } from 'rxjs-ami';
   *
   * const ami = connect('monitor:secret@localhost');
   * ami.event('Hangup').subscribe((event) => {
   *   console.log(event.get('Channel'), event.get('Cause-txt'));
   * });
   * ```
   */
  event(name: string): Observable<AmiEvent> {
    return this.hub.event(name);
  }

  /**
   * Sends an action and emits everything that answers it: the response, then, where it announces a
   * list, each entry and the event that ends it; then completes.
   *
   * An `Originate` with `Async: true` ends with its `OriginateResponse`. Errors are
   * `ActionError` (refused), `ActionTimeoutError`, `ConnectionLostError`, `ListCancelledError`,
   * `ClosedError` and `InvalidActionError`.
   */
  action(action: Action): Observable<Message>;
  action(name: string, fields?: ActionFields): Observable<Message>;
  action(action: Action | string, fields?: ActionFields): Observable<Message> {
    const one = toAction(action, fields);
    return this.#submit(one, 'all');
  }

  /**
   * Sends an action and emits its response, then completes. Of a list it is the announcement; of
   * an asynchronous `Originate` it says that the call is queued.
   *
   * @example
   * ```ts
   * import { connect } from 'rxjs-ami';
   *
   * const ami = connect('monitor:secret@localhost');
   * ami.request('CoreStatus').subscribe((response) => {
   *   console.log(response.get('CoreCurrentCalls'));
   * });
   * ```
   */
  request(action: Action): Observable<Response>;
  request(name: string, fields?: ActionFields): Observable<Response>;
  request(action: Action | string, fields?: ActionFields): Observable<Response> {
    return this.#submit(toAction(action, fields), 'response');
  }

  /**
   * Sends a list action and emits its entries as they arrive, then completes; an empty list
   * completes without one, also where Asterisk calls it an error ("No active conferences.").
   *
   * @example
   * ```ts
   * import { connect } from 'rxjs-ami';
   *
   * const ami = connect('monitor:secret@localhost');
   * ami.list('CoreShowChannels').subscribe((channel) => {
   *   console.log(channel.get('Channel'), channel.get('Duration'));
   * });
   * ```
   */
  list(action: Action): Observable<AmiEvent>;
  list(name: string, fields?: ActionFields): Observable<AmiEvent>;
  list(action: Action | string, fields?: ActionFields): Observable<AmiEvent> {
    return this.#submit(toAction(action, fields), 'entries');
  }

  /**
   * Sends a list action and emits the whole answer at once: response, entries, complete event.
   *
   * Where the server gives the list up, the `ListCancelledError` holds the entries that had come.
   */
  collect(action: Action): Observable<Collection>;
  collect(name: string, fields?: ActionFields): Observable<Collection>;
  collect(action: Action | string, fields?: ActionFields): Observable<Collection> {
    const one = toAction(action, fields);
    return defer(() => {
      const entries: AmiEvent[] = [];
      return this.action(one).pipe(
        reduce<Message, Partial<Collection>>((collection, message) => {
          if (message instanceof Response) return { response: message, ...collection };
          if (!(message instanceof AmiEvent)) return collection;
          if (isListEnd(one.name, message)) return { ...collection, complete: message };
          entries.push(message);
          return collection;
        }, {}),
        map(({ response, complete }) => {
          if (response === undefined) {
            throw new ProtocolError(`${one.name} was answered without a response`);
          }
          return { response, entries, complete };
        }),
        catchError((error: unknown) => {
          if (!(error instanceof ListCancelledError)) throw error;
          throw new ListCancelledError(error.action, error.actionId, error.event, entries);
        }),
      );
    });
  }

  /**
   * Ends in an orderly way: takes no new actions, waits for the pending ones, logs off (for at most
   * three seconds), closes.
   *
   * Emits once when all is done, and completes; nothing happens before it is subscribed to, and
   * unsubscribing before the end takes it back. It does not fail: a connection that is lost
   * meanwhile has ended as well.
   */
  abstract end(): Observable<void>;

  /** Closes now. Pending actions fail with `ClosedError`; the streams complete. */
  abstract close(): void;

  /** @internal Sends an action, without counting it; what it throws is the error of the answer. */
  abstract perform(action: Action, wanted: Wanted, receiver: Receiver): TeardownLogic;

  /** @internal Whether new actions are refused. */
  abstract get isClosing(): boolean;

  /** @internal Emits once no action is pending. */
  protected get idle$(): Observable<number> {
    return this.#pending$.pipe(first((count) => count === 0));
  }

  /** Each subscription sends the action once, and counts it until its end. */
  #submit(action: Action, wanted: 'response'): Observable<Response>;
  #submit(action: Action, wanted: 'entries'): Observable<AmiEvent>;
  #submit(action: Action, wanted: 'all'): Observable<Message>;
  #submit(action: Action, wanted: Wanted): Observable<Message> {
    return new Observable((subscriber) => {
      if (this.isClosing) {
        subscriber.error(new ClosedError(action.name, 'not-sent'));
        return;
      }
      const receiver = new CountedReceiver(subscriber, this.#tally);
      subscriber.add(() => {
        receiver.release();
      });
      return this.perform(action, wanted, receiver);
    });
  }
}

function toAction(action: Action | string, fields?: ActionFields): Action {
  return typeof action === 'string' ? new Action(action, fields) : action;
}

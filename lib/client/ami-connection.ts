import {
  BehaviorSubject,
  catchError,
  defer,
  filter,
  first,
  map,
  reduce,
  take,
  tap,
  throwError,
  throwIfEmpty,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { ActionError, ClosedError, ListCancelledError, ProtocolError } from '../errors/index.js';
import { Action, AmiEvent, Response } from '../wire/index.js';
import type { ActionFields, Message } from '../wire/index.js';
import type { Collection } from './collection.js';
import type { Diagnostic } from './diagnostic.js';
import { isListEnd } from './find-list-action.js';
import type { MessageHub } from './message-hub.js';

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

  readonly #pendingCount$ = new BehaviorSubject(0);

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
    return this.#pendingCount$.value;
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
    return this.#counted(one, this.perform(one));
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
    const one = toAction(action, fields);
    const response$ = this.perform(one).pipe(
      filter((message) => message instanceof Response),
      take(1),
      map((response) => {
        // "No entries" is an answer to a list; to a request it is the refusal that it says it is.
        if (response.isError) throw refusalOf(one, response);
        return response;
      }),
      throwIfEmpty(() => new ProtocolError(`${one.name} was answered without a response`)),
    );
    return this.#counted(one, response$);
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
    const one = toAction(action, fields);
    return this.action(one).pipe(
      filter((message) => message instanceof AmiEvent),
      filter((event) => !isListEnd(one.name, event)),
    );
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
   * Ends in an orderly way: takes no new actions, waits for the pending ones, logs off, closes.
   *
   * Emits once when all is done, and completes; nothing happens before it is subscribed to, and
   * unsubscribing before the end takes it back. It does not fail: a connection that is lost
   * meanwhile has ended as well.
   */
  abstract end(): Observable<void>;

  /** Closes now. Pending actions fail with `ClosedError`; the streams complete. */
  abstract close(): void;

  /** @internal Sends an action without counting it. */
  abstract perform(action: Action): Observable<Message>;

  /** @internal Whether new actions are refused. */
  abstract get isClosing(): boolean;

  /** @internal Emits once no action is pending. */
  protected get idle$(): Observable<number> {
    return this.#pendingCount$.pipe(first((count) => count === 0));
  }

  /** Counts an action as pending from its subscription to its end, or refuses it. */
  #counted<T>(action: Action, answer: Observable<T>): Observable<T> {
    return defer(() => {
      if (this.isClosing) return throwError(() => new ClosedError(action.name, 'not-sent'));
      const add = (change: number): void => {
        this.#pendingCount$.next(this.#pendingCount$.value + change);
      };
      const release = (): void => {
        add(-1);
      };
      add(1);
      // Counted off before the end is told, so that "pending" is right when it is.
      return answer.pipe(tap({ complete: release, error: release, unsubscribe: release }));
    });
  }
}

function toAction(action: Action | string, fields?: ActionFields): Action {
  return typeof action === 'string' ? new Action(action, fields) : action;
}

function refusalOf(action: Action, response: Response): ActionError {
  const text = `${action.name}: ${response.message ?? 'refused'}`;
  return new ActionError(text, action.name, response.actionId ?? '', response);
}

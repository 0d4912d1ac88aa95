import { BehaviorSubject, first, map, Observable, throwError } from 'rxjs';
import type { SchedulerLike, TeardownLogic } from 'rxjs';
import { checkAction, eventKey, findAction, findEvent, untypedEvent } from '../catalogue/index.js';
import type {
  ActionArguments,
  ActionName,
  CompleteOf,
  EntryOf,
  EventByName,
  EventName,
  EventOf,
  ListName,
  ResponseValues,
  UnknownFields,
  UntypedEvent,
  ZodEvent,
} from '../catalogue/index.js';
import { ClosedError } from '../errors/index.js';
import type { Action, AmiEvent, Message, Response } from '../wire/index.js';
import type { Collection } from './collection.js';
import type { Diagnostic } from './diagnostic.js';
import type { MessageHub } from './message-hub.js';
import { CountedReceiver } from './receiver.js';
import type { Receiver, Tally, Wanted } from './receiver.js';
import { toCollection } from './to-collection.js';

/** The response to an action of the catalogue, whose `values` are typed. */
export interface ResponseOf<N extends ActionName> extends Response {
  readonly values: ResponseValues<N>;
}

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
    /** @internal Where time comes from. */
    readonly scheduler: SchedulerLike,
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
   * The events of one name, decoded: `ami.event('Hangup')` emits objects of type `Hangup`. Of a name
   * that the catalogue does not know, fields come as text. A schema does as well: one of
   * `rxjs-ami/events`, one derived from it, or one of your own by `defineEvent`.
   *
   * Routed by name, so that others cost nothing, and decoded once, however many subscribe: the
   * object is shared. A field that does not fit is left out and told in `diagnostics$`; `message`
   * has what came. Completes and errors as `events$` does; what is no schema of an event is a
   * `TypeError`.
   *
   * @example
   * ```ts
   * import { connect } from 'rxjs-ami';
   *
   * const ami = connect('monitor:secret@localhost');
   * ami.event('Hangup').subscribe((event) => {
   *   console.log(event.Channel, event.Cause, event['Cause-txt']);
   * });
   * ```
   */
  event<N extends EventName>(name: N): Observable<EventByName[N]>;
  event<S extends ZodEvent>(schema: S): Observable<EventOf<S>>;
  event(name: string): Observable<UntypedEvent>;
  event(target: string | ZodEvent): Observable<unknown> {
    const isName = typeof target === 'string';
    const schema = isName ? (findEvent(target) ?? untypedEvent) : target;
    const key = isName ? { name: target } : eventKey(schema);
    if (key !== undefined) return this.hub.event(key, schema);
    return throwError(() => new TypeError('The schema is none of an event: use defineEvent()'));
  }

  /**
   * Sends an action and emits everything that answers it, as messages: the response, then, where it
   * announces a list, each entry and the event that ends it; then completes.
   *
   * An `Originate` with `Async: true` ends with its `OriginateResponse`. Errors are
   * `ActionError` (refused), `ActionTimeoutError`, `ConnectionLostError`, `ListCancelledError`,
   * `ClosedError` and `InvalidActionError`.
   */
  action(action: Action): Observable<Message>;
  action<N extends ActionName>(name: N, ...fields: ActionArguments<N>): Observable<Message>;
  action(action: Action | string, fields?: UnknownFields): Observable<Message> {
    return this.#submit(toAction(action, fields), 'all');
  }

  /**
   * Sends an action and emits its response, then completes. Of a list it is the announcement; of
   * an asynchronous `Originate` it says that the call is queued. `values` has its fields, decoded.
   *
   * @example
   * ```ts
   * import { connect } from 'rxjs-ami';
   *
   * const ami = connect('monitor:secret@localhost');
   * ami.request('CoreStatus').subscribe(({ values }) => {
   *   console.log(values.CoreCurrentCalls + 1);
   * });
   * ```
   */
  request(action: Action): Observable<Response>;
  request<N extends ActionName>(name: N, ...fields: ActionArguments<N>): Observable<ResponseOf<N>>;
  request(action: Action | string, fields?: UnknownFields): Observable<Response> {
    const one = toAction(action, fields);
    return this.#submit(one, 'response').pipe(map((response) => this.#typed(one, response)));
  }

  /**
   * Sends a list action and emits its entries, decoded, as they arrive; then completes. An empty
   * list completes without one, also where Asterisk calls it an error ("No active conferences.").
   * Entries of several kinds are told apart by `Event`.
   *
   * @example
   * ```ts
   * import { connect } from 'rxjs-ami';
   *
   * const ami = connect('monitor:secret@localhost');
   * ami.list('CoreShowChannels').subscribe((channel) => {
   *   console.log(channel.Channel, channel.Duration);
   * });
   * ```
   */
  list(action: Action): Observable<UntypedEvent>;
  list<N extends ListName>(name: N, ...fields: ActionArguments<N>): Observable<EntryOf<N>>;
  list(action: Action | string, fields?: UnknownFields): Observable<unknown> {
    return this.#submit(toAction(action, fields), 'entries').pipe(
      map((entry) => this.#entry(entry)),
    );
  }

  /**
   * Sends a list action and emits the whole answer at once: response, entries, complete event.
   *
   * Where the server gives the list up, the `ListCancelledError` holds the entries that had come.
   */
  collect(action: Action): Observable<Collection>;
  collect<N extends ActionName>(
    name: N,
    ...fields: ActionArguments<N>
  ): Observable<Collection<EntryOf<N>, CompleteOf<N>, ResponseOf<N>>>;
  collect(action: Action | string, fields?: UnknownFields): Observable<unknown> {
    const one = toAction(action, fields);
    return this.#submit(one, 'all').pipe(
      toCollection(one.name, {
        response: (response) => this.#typed(one, response),
        entry: (event) => this.#entry(event),
      }),
    );
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

  /** @internal Tells of something that was survived. */
  report(diagnostic: Diagnostic): void {
    this.hub.report(diagnostic);
  }

  /** @internal Whether new actions are refused. */
  abstract get isClosing(): boolean;

  /** @internal Emits once no action is pending. */
  protected get idle$(): Observable<number> {
    return this.#pending$.pipe(first((count) => count === 0));
  }

  #typed(action: Action, response: Response): Response {
    const definition = findAction(action.name);
    return definition === undefined ? response : this.hub.typed(definition, response);
  }

  #entry(event: AmiEvent): UntypedEvent {
    return this.hub.decode(findEvent(event.name) ?? untypedEvent, event) as unknown as UntypedEvent;
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

function toAction(action: Action | string, fields?: UnknownFields): Action {
  return typeof action === 'string' ? checkAction(action, fields) : action;
}

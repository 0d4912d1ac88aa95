import type { Duplex } from 'node:stream';
import {
  concat,
  defer,
  EMPTY,
  endWith,
  finalize,
  ignoreElements,
  mergeMap,
  of,
  Subject,
  subscribeOn,
  takeUntil,
} from 'rxjs';
import type { Observable, SchedulerLike, Subscription } from 'rxjs';
import { parseMessages, splitLines } from '../../wire/index.js';
import type { Message } from '../../wire/index.js';
import { ClientEnd } from '../exchange/manager/client-end.js';
import { systemError } from '../exchange/manager/system-error.js';
import { event } from '../marbles/event.js';
import { response } from '../marbles/response.js';
import type { Answer, Answers } from './answer.js';
import { defaultAnswer } from './default-answer.js';
import type { Refusal } from './fake-client-options.js';
import { writeAnswer } from './write-answer.js';

const booted = event('FullyBooted', {
  Privilege: 'system,all',
  Uptime: 60,
  LastReload: 60,
  Status: 'Fully Booted',
});

/** The exchange that a {@link FakeClient} talks to: answers by rote, one session at a time. */
export class FarEnd {
  /** What is refused from now on. */
  refusal: Refusal | undefined;
  /** Every action so far, without the logins. */
  readonly actions: Message[] = [];
  readonly #actions$ = new Subject<Message>();
  readonly actions$ = this.#actions$.asObservable();
  readonly #answers: ReadonlyMap<string, Answer>;
  #socket: ClientEnd | undefined;
  #session: ClientEnd | undefined;
  #opening: Subscription | undefined;

  constructor(
    answers: Answers,
    private readonly scheduler: SchedulerLike,
  ) {
    const named = Object.entries(answers);
    this.#answers = new Map(named.map(([name, answer]) => [name.toLowerCase(), answer]));
  }

  /** Makes a connection, which opens in the next turn of the scheduler. */
  dial(): Duplex {
    const written$ = new Subject<string>();
    const socket = new ClientEnd({
      write: (chunk) => {
        written$.next(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      },
      close: () => {
        written$.complete();
      },
    });
    this.#socket = socket;
    this.#serve(socket, written$);
    this.#opening = this.scheduler.schedule(() => {
      this.open();
    });
    return socket;
  }

  /** Opens the connection now. */
  open(): void {
    this.#opening?.unsubscribe();
    if (this.refusal === 'dial') {
      this.break(systemError('ECONNREFUSED', 'connect ECONNREFUSED'));
    } else {
      this.#socket?.receive('Asterisk Call Manager/11.0.0\r\n');
    }
  }

  /** Sends a message, if there is a session. */
  send(message: Message): void {
    this.#session?.receive(message.toString());
  }

  /** Breaks the connection. */
  break(cause: unknown = systemError('ECONNRESET', 'read ECONNRESET')): void {
    this.#socket?.receiveError(cause);
  }

  #serve(socket: ClientEnd, written$: Observable<string>): void {
    const closed$ = written$.pipe(ignoreElements(), endWith(undefined));
    written$
      .pipe(
        splitLines(),
        parseMessages(),
        mergeMap((action) => this.#answer(action, socket)),
        takeUntil(closed$),
        finalize(() => this.#opening?.unsubscribe()),
      )
      .subscribe({
        next: (text) => {
          socket.receive(text);
        },
        error: (cause: unknown) => {
          socket.receiveError(cause);
        },
      });
  }

  #answer(action: Message, socket: ClientEnd): Observable<string> {
    const name = action.get('Action')?.toLowerCase() ?? '';
    if (name === 'login') return this.#logIn(action, socket);
    this.actions.push(action);
    this.#actions$.next(action);
    const answer$ = writeAnswer(this.#answers.get(name) ?? defaultAnswer, action);
    const whole$ = name === 'logoff' ? concat(answer$, hangUp(socket)) : answer$;
    // Never while the action is being sent: no network is that fast, and no pipeline made for it.
    return whole$.pipe(subscribeOn(this.scheduler));
  }

  #logIn(action: Message, socket: ClientEnd): Observable<string> {
    if (this.refusal === 'login') {
      const refused = response('Error', { Message: 'Authentication failed' });
      return concat(writeAnswer(refused, action), hangUp(socket));
    }
    this.#session = socket;
    const accepted = response('Success', { Message: 'Authentication accepted' });
    return concat(writeAnswer(accepted, action), of(booted.toString()));
  }
}

function hangUp(socket: ClientEnd): Observable<never> {
  return defer(() => {
    socket.receiveEnd();
    return EMPTY;
  });
}

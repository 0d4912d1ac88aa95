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
import { event } from '../marbles/event.js';
import { response } from '../marbles/response.js';
import type { Answer, Answers } from './answer.js';
import { defaultAnswer } from './default-answer.js';
import type { Refusal } from './fake-client-options.js';
import { InProcessSocket } from './in-process-socket.js';
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
  #socket: InProcessSocket | undefined;
  #session: InProcessSocket | undefined;
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
    const socket = new InProcessSocket();
    this.#socket = socket;
    this.#serve(socket);
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
    this.#socket?.break(cause);
  }

  #serve(socket: InProcessSocket): void {
    const closed$ = socket.written$.pipe(ignoreElements(), endWith(undefined));
    socket.written$
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
          socket.break(cause);
        },
      });
  }

  #answer(action: Message, socket: InProcessSocket): Observable<string> {
    const name = action.get('Action')?.toLowerCase() ?? '';
    if (name === 'login') return this.#logIn(action, socket);
    this.actions.push(action);
    this.#actions$.next(action);
    const answer$ = writeAnswer(this.#answers.get(name) ?? defaultAnswer, action);
    const whole$ = name === 'logoff' ? concat(answer$, hangUp(socket)) : answer$;
    // Never while the action is being sent: no network is that fast, and no pipeline made for it.
    return whole$.pipe(subscribeOn(this.scheduler));
  }

  #logIn(action: Message, socket: InProcessSocket): Observable<string> {
    if (this.refusal === 'login') {
      const refused = response('Error', { Message: 'Authentication failed' });
      return concat(writeAnswer(refused, action), hangUp(socket));
    }
    this.#session = socket;
    const accepted = response('Success', { Message: 'Authentication accepted' });
    return concat(writeAnswer(accepted, action), of(booted.toString()));
  }
}

function hangUp(socket: InProcessSocket): Observable<never> {
  return defer(() => {
    socket.finish();
    return EMPTY;
  });
}

function systemError(code: string, text: string): Error {
  return Object.assign(new Error(text), { code });
}

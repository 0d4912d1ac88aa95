import {
  catchError,
  delayWhen,
  EMPTY,
  filter,
  ignoreElements,
  NEVER,
  of,
  retry,
  shareReplay,
  tap,
  throwError,
  timer,
  toArray,
  concat,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { isListEnd } from '../../catalogue/index.js';
import type { AmiClient } from '../../client/index.js';
import { isAmiError } from '../../errors/index.js';
import { createAction } from '../../wire/index.js';
import type { AmiEvent } from '../../wire/index.js';
import type { Ask } from './model.js';

/** How long events may be under way inside the exchange when a list is looked through for lost ones. */
const SETTLE_MS = 500;

/** How long it takes until an exchange that shuts down is asked again. */
const SHUTDOWN_MS = 5000;

/** An answer that got lost, or was broken off, is asked for again so soon, and so often in all. */
const AGAIN_MS = 1000;
const ATTEMPTS = 3;
const LOST: ReadonlySet<string> = new Set(['AMI_ACTION_TIMEOUT', 'AMI_LIST_CANCELLED']);

/** The lists that are asked for at one time, each once. */
export class Asking {
  readonly #lists = new Map<string, ReturnType<Ask>>();

  constructor(
    private readonly ami: AmiClient,
    /** The lists that were refused in this session, which are not asked for again. */
    private readonly refused: Set<string>,
    /** Whether lists are given out only when all events before them have come. */
    private readonly isCheck: boolean,
    /** Called when a list has come, before it is given out. */
    private readonly arrived: () => void,
  ) {}

  /** Asks for a list, unless somebody else has already. */
  ask(name: string, fields: Readonly<Record<string, string>> = {}): ReturnType<Ask> {
    const key = [name, ...Object.values(fields)].join('\n');
    const asked$ = this.#lists.get(key) ?? this.#request(name, fields);
    this.#lists.set(key, asked$);
    return asked$;
  }

  /**
   * Completes when the events have come that were under way when the lists were made.
   *
   * Source: a session of Asterisk answers one action after the other, and writes out events in
   * between (`main/manager.c`).
   */
  barrier(): Observable<never> {
    return this.ami.request('Ping').pipe(ignoreElements(), catchError(survive(EMPTY)));
  }

  #request(name: string, fields: Readonly<Record<string, string>>): ReturnType<Ask> {
    if (this.refused.has(name)) return of(undefined);
    return this.ami.action(createAction(name, fields)).pipe(
      // Not by its class: the client may be of the other build.
      filter((message): message is AmiEvent => message.has('Event')),
      filter((event) => !isListEnd(name, event)),
      toArray(),
      retry({ delay: (error, attempt) => this.#untilAskedAgain(error, attempt) }),
      catchError(
        survive(of(undefined), (error) => {
          // What was lost on the way may come when it is asked for again, by the next check.
          if (isRefusal(error)) this.refused.add(name);
          // What a server does not have at all is nothing that it hides.
          if (isRefusal(error, 'Invalid/unknown command')) return;
          this.ami.report({
            type: 'list-unavailable',
            text: `What the live state needs of ${name} is missing: ${error.message}`,
          });
        }),
      ),
      this.isCheck ? delayWhen(() => this.#settled()) : tap(),
      tap(() => {
        this.arrived();
      }),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
  }

  /** An exchange that shuts down answers nothing more, until it is gone or told to stay. */
  #untilAskedAgain(error: unknown, attempt: number): Observable<unknown> {
    const { scheduler } = this.ami;
    if (isRefusal(error, 'Asterisk is shutting down')) return timer(SHUTDOWN_MS, scheduler);
    const isLost = isAmiError(error) && LOST.has(error.code) && attempt < ATTEMPTS;
    return isLost ? timer(AGAIN_MS, scheduler) : throwError(() => error);
  }

  #settled(): Observable<unknown> {
    return concat(this.barrier(), timer(SETTLE_MS, this.ami.scheduler));
  }
}

/** Goes on with something else, unless the session itself is lost: then its end is waited for. */
function survive<T>(
  otherwise: Observable<T>,
  tell: (error: Error) => void = () => undefined,
): (error: unknown) => Observable<T> {
  return (error) => {
    if (!isAmiError(error)) throw error;
    if (error.code === 'AMI_CONNECTION_LOST' || error.code === 'AMI_CLOSED') return NEVER;
    tell(error);
    return otherwise;
  };
}

function isRefusal(error: unknown, reason = ''): boolean {
  if (!isAmiError(error) || error.code !== 'AMI_ACTION') return false;
  return error.response.get('Message')?.startsWith(reason) === true;
}

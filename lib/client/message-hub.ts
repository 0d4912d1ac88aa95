import { defer, finalize, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { AmiEvent, Response } from '../wire/index.js';
import type { Message } from '../wire/index.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * The streams of a client, which outlive its sessions: a session feeds them, subscribers never
 * have to be attached again.
 *
 * Events are routed by name through a map: one costs what its own subscribers cost, however many
 * there are for other names.
 */
export class MessageHub {
  readonly #lines$ = new Subject<string>();
  readonly #messages$ = new Subject<Message>();
  readonly #responses$ = new Subject<Response>();
  readonly #events$ = new Subject<AmiEvent>();
  readonly #diagnostics$ = new Subject<Diagnostic>();
  readonly #byName = new Map<string, Subject<AmiEvent>>();
  #ended = false;

  readonly lines$ = this.#lines$.asObservable();
  readonly messages$ = this.#messages$.asObservable();
  readonly responses$ = this.#responses$.asObservable();
  readonly events$ = this.#events$.asObservable();
  readonly diagnostics$ = this.#diagnostics$.asObservable();

  /** Passes a line on, if anybody listens to lines. */
  takeLine(line: string): void {
    if (this.#lines$.observed) this.#lines$.next(line);
  }

  /** Passes a message on; a part of somebody's list (`isPublic` is false) is no event of its own. */
  takeMessage(message: Message, isPublic: boolean): void {
    if (this.#messages$.observed) this.#messages$.next(message);
    if (message instanceof AmiEvent) {
      if (!isPublic) return;
      this.#events$.next(message);
      if (this.#byName.size > 0) this.#byName.get(message.name)?.next(message);
    } else if (message instanceof Response) {
      this.#responses$.next(message);
    }
  }

  /** Whether anybody wants to know what was survived. */
  get isDiagnosed(): boolean {
    return this.#diagnostics$.observed;
  }

  /** Tells of something that was survived. */
  report(diagnostic: Diagnostic): void {
    this.#diagnostics$.next(diagnostic);
  }

  /** The events of one name. */
  event(name: string): Observable<AmiEvent> {
    return defer(() => {
      if (this.#ended) return this.#events$;
      let subject$ = this.#byName.get(name);
      if (subject$ === undefined) this.#byName.set(name, (subject$ = new Subject()));
      const routed$ = subject$;
      return routed$.pipe(
        finalize(() => {
          if (!routed$.observed && this.#byName.get(name) === routed$) this.#byName.delete(name);
        }),
      );
    });
  }

  /** Completes every stream. */
  complete(): void {
    this.#end((stream) => {
      stream.complete();
    });
  }

  /** Ends every stream with an error that is final; diagnostics complete. */
  fail(error: unknown): void {
    this.#end((stream) => {
      stream.error(error);
    });
  }

  #end(finish: (stream: Ending) => void): void {
    this.#ended = true;
    const named = [...this.#byName.values()];
    this.#byName.clear();
    const streams: Ending[] = [
      this.#lines$,
      this.#messages$,
      this.#responses$,
      this.#events$,
      ...named,
    ];
    streams.forEach(finish);
    this.#diagnostics$.complete();
  }
}

type Ending = Pick<Subject<unknown>, 'complete' | 'error'>;

import { defer, ignoreElements, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { decodeEvent, decodeResponse } from '../catalogue/index.js';
import type { ActionDefinition, EventKey, EventOf, Misfits, ZodEvent } from '../catalogue/index.js';
import { AmiEvent, Response } from '../wire/index.js';
import type { Message } from '../wire/index.js';
import type { Diagnostic } from './diagnostic.js';
import { EventRoutes } from './event-routes.js';

/**
 * The streams of a client, which outlive its sessions: a session feeds them, subscribers never
 * have to be attached again.
 *
 * Events are routed by name through a map: one costs what its own subscribers cost, however many
 * there are for other names. They are decoded where somebody has asked for that.
 */
export class MessageHub {
  readonly #lines$ = new Subject<string>();
  readonly #messages$ = new Subject<Message>();
  readonly #responses$ = new Subject<Response>();
  readonly #events$ = new Subject<AmiEvent>();
  readonly #diagnostics$ = new Subject<Diagnostic>();
  readonly #routes = new EventRoutes((schema, event) => this.decode(schema, event));
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
      this.#routes.next(message);
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

  /** The decoded events of a name, or of a `UserEvent` of one name. */
  event<S extends ZodEvent>(key: EventKey, schema: S): Observable<EventOf<S>> {
    const routed$ = this.#routes.observe(key, schema);
    return defer(() => (this.#ended ? this.#events$.pipe(ignoreElements()) : routed$));
  }

  /** An event by its schema; what does not fit is reported. */
  decode<S extends ZodEvent>(schema: S, event: AmiEvent): EventOf<S> {
    return decodeEvent(
      schema,
      event,
      this.#misfitsOf(() => titleOf(event), event),
    );
  }

  /** A response whose values are those of an action of the catalogue. */
  typed(action: ActionDefinition, response: Response): Response {
    const misfits = this.#misfitsOf(() => `The response to ${action.name}`, response);
    return response.decodeBy(() => decodeResponse(action, response, misfits));
  }

  #misfitsOf(what: () => string, message: Message): Misfits {
    return (describe) => {
      if (!this.isDiagnosed) return;
      const text = `${what()} does not fit its schema: ${describe().join(', ')}`;
      this.report({ type: 'schema-mismatch', text, message });
    };
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
    const streams: Ending[] = [this.#lines$, this.#messages$, this.#responses$, this.#events$];
    streams.forEach(finish);
    this.#routes.end(finish);
    this.#diagnostics$.complete();
  }
}

type Ending = Pick<Subject<unknown>, 'complete' | 'error'>;

/** A `UserEvent` is known by the name that its sender gave it. */
function titleOf(event: AmiEvent): string {
  return event.name === 'UserEvent' ? `UserEvent ${event.get('UserEvent') ?? ''}` : event.name;
}

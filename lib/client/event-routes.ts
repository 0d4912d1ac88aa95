import { defer, finalize, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { EventKey, EventOf, ZodEvent } from '../catalogue/index.js';
import type { AmiEvent } from '../wire/index.js';

/** Decodes an event by a schema, and tells what does not fit. */
export type Decode = <S extends ZodEvent>(schema: S, event: AmiEvent) => EventOf<S>;

/** The subscribers to the events of one schema. */
interface Route {
  readonly schema: ZodEvent;
  readonly event$: Subject<unknown>;
}

/**
 * Brings events to those who have subscribed to their name, decoded: once for each schema, however
 * many subscribers it has, and not at all for names that nobody has asked for.
 */
export class EventRoutes {
  // Replaced when they change, so that a handler may subscribe and unsubscribe.
  readonly #byKey = new Map<string, readonly Route[]>();

  constructor(private readonly decode: Decode) {}

  /** Passes an event on. */
  next(event: AmiEvent): void {
    if (this.#byKey.size === 0) return;
    this.#pass(event.name, event);
    if (event.name === 'UserEvent') {
      this.#pass(keyOf({ name: event.name, userEvent: event.get('UserEvent') }), event);
    }
  }

  /** The decoded events of a name, or of a `UserEvent` of one name. */
  observe<S extends ZodEvent>(of: EventKey, schema: S): Observable<EventOf<S>> {
    const key = keyOf(of);
    return defer(() => {
      const route = this.#route(key, schema);
      return route.event$.pipe(
        finalize(() => {
          if (!route.event$.observed) this.#remove(key, route);
        }),
      );
    }) as Observable<EventOf<S>>;
  }

  /** Forgets all subscribers; `finish` tells them. */
  end(finish: (event$: Subject<unknown>) => void): void {
    const routes = [...this.#byKey.values()].flat();
    this.#byKey.clear();
    for (const { event$ } of routes) finish(event$);
  }

  #pass(key: string, event: AmiEvent): void {
    const routes = this.#byKey.get(key);
    if (routes === undefined) return;
    for (const { schema, event$ } of routes) event$.next(this.decode(schema, event));
  }

  #route(key: string, schema: ZodEvent): Route {
    const routes = this.#byKey.get(key) ?? [];
    const known = routes.find((route) => route.schema === schema);
    if (known !== undefined) return known;
    const route: Route = { schema, event$: new Subject() };
    this.#byKey.set(key, [...routes, route]);
    return route;
  }

  #remove(key: string, route: Route): void {
    const left = this.#byKey.get(key)?.filter((one) => one !== route) ?? [];
    if (left.length > 0) this.#byKey.set(key, left);
    else this.#byKey.delete(key);
  }
}

/** No name of an event has a line break in it, so the two kinds of keys are never the same. */
function keyOf({ name, userEvent }: EventKey): string {
  return userEvent === undefined ? name : `${name}\n${userEvent}`;
}

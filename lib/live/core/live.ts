import {
  defer,
  distinctUntilChanged,
  filter,
  finalize,
  map,
  merge,
  Observable,
  skipUntil,
  startWith,
  throttleTime,
} from 'rxjs';
import type { ActiveModel, LiveState } from './active-model.js';
import type { Change } from './change.js';
import type { LiveHub } from './live-hub.js';
import type { Kind, Model } from './model.js';

/** How often a whole state may be emitted. */
const VALUES_MS = 100;

/**
 * The entities of one kind on an exchange, always as they are now: read from its lists when the first
 * subscriber comes, and kept by its events until the last one leaves.
 *
 * All streams complete when the client is closed, and error with what is final for the client.
 */
export class Live<V> {
  /**
   * Whether the state can be relied on; the latest first. While it is `syncing` changes are held
   * back, and come as one difference.
   */
  readonly state$: Observable<LiveState>;
  /**
   * Every change. A new subscriber is told at once of all that is known, as `added` with the cause
   * `seed`, so that the changes of each subscriber make up the whole state.
   */
  readonly changes$: Observable<Change<V>>;
  /**
   * The whole state, by key: first when it is known, then after changes, but at most ten times a
   * second. Each is a copy that does not change.
   */
  readonly values$: Observable<ReadonlyMap<string, V>>;
  readonly #hub: LiveHub;
  readonly #kind: Kind<Model<V>>;

  /** @internal */
  constructor(hub: LiveHub, kind: Kind<Model<V>>) {
    this.#hub = hub;
    this.#kind = kind;
    this.state$ = this.#using(({ state$ }) => state$.pipe(distinctUntilChanged()));
    this.changes$ = this.#using(
      (active) =>
        new Observable((subscriber) => {
          for (const [key, value] of active.model.table.told()) {
            subscriber.next({
              type: 'added',
              key,
              value,
              previous: undefined,
              cause: { type: 'seed' },
            });
          }
          return active.change$.subscribe(subscriber);
        }),
    );
    this.values$ = this.#using(({ state$, change$, model }) => {
      const live$ = state$.pipe(filter((state) => state === 'live'));
      return merge(live$, change$).pipe(
        skipUntil(live$),
        throttleTime(VALUES_MS, hub.scheduler, { leading: true, trailing: true }),
        map(() => new Map(model.table.told())),
      );
    });
  }

  /**
   * The state now, by key: a view that changes with the exchange, so copy what is to be kept. Empty
   * while nobody has subscribed.
   */
  get current(): ReadonlyMap<string, V> {
    return this.#hub.find(this.#kind)?.model.table.map ?? new Map<string, V>();
  }

  /**
   * What is under a key: the value now, then each that replaces it; `undefined` where and while there
   * is none.
   */
  watch(key: string): Observable<V | undefined> {
    return this.#using((active) =>
      defer(() => active.watched(key).pipe(startWith(active.model.table.toldOf(key)))),
    );
  }

  /** The streams of a model that is in use for as long as somebody has subscribed. */
  #using<T>(streamOf: (active: ActiveModel<V>) => Observable<T>): Observable<T> {
    return new Observable((subscriber) => {
      const active = this.#hub.use(this.#kind);
      const subscription = streamOf(active)
        .pipe(
          finalize(() => {
            active.heard();
            this.#hub.leave(this.#kind);
          }),
        )
        .subscribe(subscriber);
      active.heard();
      this.#hub.begin([this.#kind]);
      return subscription;
    });
  }
}

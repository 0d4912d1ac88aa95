import { BehaviorSubject, Observable, Subject } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Change } from './change.js';
import type { Context } from './context.js';
import type { Kind, Model } from './model.js';

/**
 * - `syncing`: what is there is being asked for.
 * - `live`: the state is that of the exchange.
 * - `stale`: the session is lost; the state is that of the last moment.
 */
export type LiveState = 'syncing' | 'live' | 'stale';

/** Completes a stream, or errors it. */
export type Finish = (stream: Pick<Subject<unknown>, 'complete' | 'error'>) => void;

/** A model in use, and those who hear of it. */
export class ActiveModel<V = unknown> {
  readonly #state$ = new BehaviorSubject<LiveState>('syncing');
  /** Where it stands; the latest first. */
  readonly state$ = this.#state$.asObservable();
  /** What changes, from now on. */
  readonly change$ = new Observable<Change<V>>((subscriber) => {
    if (this.#finish !== undefined) this.#finish(subscriber);
    this.#listeners = [...this.#listeners, subscriber];
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== subscriber);
    };
  });
  /** How many use it, other models included. */
  users = 0;
  /** Whether it has been asked for already. */
  isBegun = false;
  #wasLive = false;
  // As a subject keeps them, in half its time: there are more changes than events.
  #listeners: readonly Subscriber<Change<V>>[] = [];
  #finish: Finish | undefined;
  readonly #watched = new Map<string, Subject<V | undefined>>();

  constructor(
    readonly kind: Kind,
    readonly model: Model<V>,
  ) {}

  get isLive(): boolean {
    return this.#state$.value === 'live';
  }

  /** The values under a key, from now on. */
  watched(key: string): Observable<V | undefined> {
    const value$ = this.#watched.get(key) ?? new Subject<V | undefined>();
    this.#watched.set(key, value$);
    return value$.asObservable();
  }

  /** Something has changed. */
  next(change: Change<V>): void {
    for (const listener of this.#listeners) listener.next(change);
    if (this.#watched.size > 0) this.#watched.get(change.key)?.next(change.value);
  }

  /** Changes are put into words only while somebody hears them. */
  heard(): void {
    for (const [key, value$] of this.#watched) if (!value$.observed) this.#watched.delete(key);
    const isHeard = this.#listeners.length > 0 || this.#watched.size > 0;
    this.model.table.listener = isHeard ? this : undefined;
  }

  setState(state: LiveState): void {
    if (this.#state$.value !== state) this.#state$.next(state);
  }

  /** Its lists are asked for. */
  startSync(isCheck: boolean): void {
    const { table } = this.model;
    this.isBegun = true;
    table.record();
    if (isCheck) return;
    table.hold();
    this.setState('syncing');
  }

  /** Its lists have been taken in. */
  finishSync(context: Context, at: number): void {
    const { table } = this.model;
    table.stopRecording();
    if (this.isLive) return;
    context.take(this.#wasLive ? 'resync' : 'seed', at);
    this.#wasLive = true;
    table.release();
    this.setState('live');
  }

  /** The client has come to its end. */
  end(finish: Finish): void {
    this.#finish = finish;
    [...this.#listeners, ...this.#watched.values(), this.#state$].forEach(finish);
  }
}

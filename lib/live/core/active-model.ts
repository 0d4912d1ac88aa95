import { BehaviorSubject, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Change } from './change.js';
import type { Context } from './context.js';
import type { Kind, Model } from './model.js';

/**
 * - `syncing`: what is there is being asked for.
 * - `live`: the state is that of the exchange.
 * - `stale`: the session is lost; the state is that of the last moment.
 */
export type LiveState = 'syncing' | 'live' | 'stale';

/** A model in use, and those who hear of it. */
export class ActiveModel<V = unknown> {
  readonly #state$ = new BehaviorSubject<LiveState>('syncing');
  readonly #change$ = new Subject<Change<V>>();
  /** Where it stands; the latest first. */
  readonly state$ = this.#state$.asObservable();
  /** What changes, from now on. */
  readonly change$ = this.#change$.asObservable();
  /** How many use it, other models included. */
  users = 0;
  /** Whether it has been asked for already. */
  isBegun = false;
  #wasLive = false;
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
    this.#change$.next(change);
    if (this.#watched.size > 0) this.#watched.get(change.key)?.next(change.value);
  }

  /** Changes are put into words only while somebody hears them. */
  heard(): void {
    for (const [key, value$] of this.#watched) if (!value$.observed) this.#watched.delete(key);
    const isHeard = this.#change$.observed || this.#watched.size > 0;
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
  end(finish: (stream: Pick<Subject<unknown>, 'complete' | 'error'>) => void): void {
    const streams = [this.#change$, ...this.#watched.values(), this.#state$];
    streams.forEach(finish);
  }
}

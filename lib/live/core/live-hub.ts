import {
  audit,
  concat,
  concatMap,
  defer,
  delay,
  EMPTY,
  filter,
  interval,
  map,
  merge,
  mergeMap,
  of,
  Subject,
  Subscription,
  switchMap,
  tap,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiClient } from '../../client/index.js';
import type { AmiEvent } from '../../wire/index.js';
import type { ActiveModel, Finish } from './active-model.js';
import { Asking } from './asking.js';
import type { Kind, Model } from './model.js';
import { ModelSet, withNeeds } from './model-set.js';
import { Repairs } from './repairs.js';

/** How long to wait after a reload for what else is reloaded. */
const RELOAD_MS = 1000;
/** How long what no event tells may be out of date while it changes. */
const STALE_MS = 5000;
/** How long to wait until what differs from a list is looked at again. */
const CONFIRM_MS = 1000;
/** After which the exchange is no longer the one that was asked. */
const RELOADS = ['Reload', 'Load', 'Unload', 'FullyBooted'];

interface Sync {
  /** `check` only looks for lost events. */
  readonly type: 'resync' | 'check';
  /** Absent for all. */
  readonly actives?: readonly ActiveModel[];
}

/**
 * All live state of one client: one subscription to its events, brought to the models in use; and
 * their lists, read one after the other.
 */
export class LiveHub {
  readonly #models = new ModelSet();
  readonly #asked$ = new Subject<Sync>();
  readonly #doubtful$ = new Subject<readonly ActiveModel[]>();
  readonly #stale$ = new Subject<object>();
  readonly #reloaded$ = new Subject<void>();
  readonly #refused = new Set<string>();
  #subscription: Subscription | undefined;
  #isOnline = false;

  constructor(
    private readonly ami: AmiClient,
    /** Between two looks for lost events; 0 for none. */
    private readonly checkMs: number,
  ) {
    this.#models.context.onStale = (model) => {
      this.#stale$.next(model);
    };
    for (const name of RELOADS) {
      this.#models.on(name, () => {
        this.#reloaded$.next();
      });
    }
  }

  get scheduler(): AmiClient['scheduler'] {
    return this.ami.scheduler;
  }

  /** The model of a kind, if it is in use. */
  find<V>(kind: Kind<Model<V>>): ActiveModel<V> | undefined {
    return this.#models.find(kind);
  }

  /** Puts the model of a kind to use; {@link begin} asks for what is there. */
  use<V>(kind: Kind<Model<V>>): ActiveModel<V> {
    return this.#models.use(kind);
  }

  /** Asks for what is there, of models that have not been asked for yet. */
  begin(kinds: readonly Kind[]): void {
    const fresh = [...withNeeds(kinds)]
      .map((kind) => this.find(kind))
      .filter((active) => active !== undefined)
      .filter(({ isBegun }) => !isBegun);
    // Who only wanted the first value has left already.
    if (fresh.length === 0) return;
    for (const active of fresh) active.isBegun = true;
    if (this.#subscription === undefined) this.#start();
    else if (this.#isOnline) this.#asked$.next({ type: 'resync', actives: fresh });
  }

  /** One user less; without any, nothing is listened to. */
  leave(kind: Kind): void {
    this.#models.leave(kind);
    if (this.#models.actives.length > 0) return;
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#isOnline = false;
  }

  #start(): void {
    const { ami, scheduler } = this;
    const subscription = new Subscription();
    // Known before the first value, which may come at once and be the end.
    this.#subscription = subscription;
    const error = (reason: unknown): void => {
      this.#end((stream) => {
        stream.error(reason);
      });
    };
    const complete = (): void => {
      this.#end((stream) => {
        stream.complete();
      });
    };
    // Not through operators, since there may be thousands a second.
    const next = (event: AmiEvent): void => {
      this.#models.take(event, scheduler.now());
    };
    subscription.add(ami.events$.subscribe({ next, error, complete }));
    const followed$ = ami.status$.pipe(
      map(({ state }) => state === 'online'),
      switchMap((isOnline) => this.#follow(isOnline)),
    );
    subscription.add(followed$.subscribe({ error }));
  }

  #end(finish: Finish): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    for (const active of this.#models.actives) active.end(finish);
  }

  #follow(isOnline: boolean): Observable<unknown> {
    const wasOnline = this.#isOnline;
    this.#isOnline = isOnline;
    if (!isOnline) {
      if (wasOnline) this.#lose();
      return EMPTY;
    }
    this.#refused.clear();
    // The first comes last: that models begin to sync may put others to use.
    return merge(this.#asked$, this.#reloads(), this.#checks(), of<Sync>({ type: 'resync' })).pipe(
      concatMap((sync) => defer(() => this.#sync(sync))),
    );
  }

  #lose(): void {
    const { context } = this.#models;
    // It may have been silent for long before that showed.
    context.seenAt = context.at;
    for (const active of this.#models.actives) active.setState('stale');
  }

  #reloads(): Observable<Sync> {
    return this.#reloaded$.pipe(
      audit(() => timer(RELOAD_MS, this.scheduler)),
      map(() => {
        this.#refused.clear();
        return { type: 'resync' };
      }),
    );
  }

  /** What is compared with the exchange: everything now and then, and sooner what has no events. */
  #checks(): Observable<Sync> {
    const all$ = this.checkMs > 0 ? interval(this.checkMs, this.scheduler) : EMPTY;
    // Those whose check is due already. No groups, which would outlive models that nobody uses any more.
    const due = new Set<object>();
    const stale$ = this.#stale$.pipe(
      filter((model) => !due.has(model)),
      tap((model) => due.add(model)),
      mergeMap((model) => of(model).pipe(delay(STALE_MS, this.scheduler))),
      tap((model) => due.delete(model)),
    );
    return merge(
      all$.pipe(map((): Sync => ({ type: 'check' }))),
      this.#doubtful$.pipe(
        delay(CONFIRM_MS, this.scheduler),
        map((actives): Sync => ({ type: 'check', actives })),
      ),
      stale$.pipe(
        map((one): Sync => {
          const actives = this.#models.actives.filter(({ model }) => model === one);
          return { type: 'check', actives };
        }),
      ),
    );
  }

  /** Reads the lists of some models, and brings their tables in line. */
  #sync({ type, actives: some }: Sync): Observable<unknown> {
    const isCheck = type === 'check';
    const asked = some ?? this.#models.actives;
    // What has not been read yet has nothing to be compared with.
    const actives = isCheck ? asked.filter(({ isLive }) => isLive) : asked;
    const { context } = this.#models;
    const askedAt = this.scheduler.now();
    const repairs = new Repairs(actives);
    const asking = new Asking(this.ami, this.#refused, isCheck, () => {
      context.take(type, this.scheduler.now());
      repairs.begin();
    });
    for (const active of actives) active.startSync(isCheck);
    const seeds = actives.map((active) =>
      active.model
        .seed((name, fields) => asking.ask(name, fields), isCheck)
        .pipe(
          tap(() => {
            this.#models.settle();
            repairs.count(active);
          }),
        ),
    );
    return concat(merge(...seeds), isCheck ? EMPTY : asking.barrier()).pipe(
      tap({
        complete: () => {
          this.#models.settle();
          for (const active of actives) active.finishSync(context, this.scheduler.now());
          if (isCheck) repairs.report(this.ami);
          const doubtful = actives.filter(({ model }) => model.table.suspects.size > 0);
          if (isCheck && doubtful.length > 0) this.#doubtful$.next(doubtful);
          else if (some === undefined) context.seenAt = askedAt;
        },
      }),
    );
  }
}

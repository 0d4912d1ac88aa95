import {
  concat,
  defer,
  EMPTY,
  finalize,
  ignoreElements,
  merge,
  mergeMap,
  of,
  repeat,
  timer,
} from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { Counters, Places } from './places.js';
import { scenes } from './scenes/index.js';
import type { Scene } from './scenes/index.js';
import { Troupe } from './troupe.js';

/** An event as it is sent. */
export interface DemoEvent {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

const FIRST_MS = 300;
const GAP_MS = 700;
const MAX_CALLS = 7;

/**
 * The events of the demo exchange, for ever: the scenes one after the other, several at a time,
 * with other people and ids each time.
 *
 * @param random - A number from 0 to 1, such as `Math.random`.
 */
export function playShow(scheduler: SchedulerLike, random: () => number): Observable<DemoEvent> {
  return defer(() => {
    const show = new Show(scheduler, random);
    const wait$ = timer(FIRST_MS, scheduler).pipe(ignoreElements());
    const beats$ = defer(() => timer(GAP_MS * (1 + random()), scheduler)).pipe(repeat());
    return concat(wait$, merge(of(0), beats$)).pipe(mergeMap(() => show.next()));
  });
}

class Show {
  readonly #troupe: Troupe;
  readonly #counters = new Counters();
  #played = 0;
  #playing = 0;

  constructor(
    private readonly scheduler: SchedulerLike,
    private readonly random: () => number,
  ) {
    this.#troupe = new Troupe(random);
  }

  /** The next scene, if there are people for it. */
  next(): Observable<DemoEvent> {
    const scene = scenes[this.#played % scenes.length];
    if (scene === undefined || this.#playing >= MAX_CALLS) return EMPTY;
    const cast = this.#troupe.engage(scene.roles);
    if (cast === undefined) return EMPTY;
    this.#played++;
    this.#playing++;
    const places = new Places(cast, this.#counters, this.scheduler.now());
    return this.#play(scene, places).pipe(
      finalize(() => {
        this.#playing--;
        this.#troupe.release(cast);
      }),
    );
  }

  /** One performance: what comes at once, a pause, and so on. */
  #play({ events }: Scene, places: Places): Observable<DemoEvent> {
    return concat(
      ...events.flatMap(({ pauseMs, name, fields }) => {
        const event$ = defer(() =>
          of({
            name,
            fields: Object.fromEntries(fields.map(([key, value]) => [key, places.fill(value)])),
          }),
        );
        return pauseMs === 0 ? [event$] : [this.#pause(pauseMs), event$];
      }),
    );
  }

  /** Some more or less each time. */
  #pause(ms: number): Observable<never> {
    return defer(() => timer(ms * (0.7 + 0.6 * this.random()), this.scheduler)).pipe(
      ignoreElements(),
    );
  }
}

import { Observable, Subscription } from 'rxjs';
import { Random } from '../random.js';
import type { Pbx } from '../pbx/pbx.js';
import { callKinds, defaultMix } from './call-kind.js';
import { CallStories, destinationsOf, isPossible } from './call-stories.js';
import type { BeginCall } from './call-stories.js';
import type { TrafficCall, TrafficOptions } from './traffic-options.js';

const defaultTalkMs = 20_000;

/** Lets calls come by chance; see `Exchange.traffic`. */
export function createTraffic(
  pbx: Pbx,
  begin: BeginCall,
  options: TrafficOptions,
): Observable<TrafficCall> {
  const { callsPerSecond } = options;
  if (!(callsPerSecond > 0)) {
    throw new RangeError(`Some calls begin per second, not ${String(callsPerSecond)}`);
  }
  const known: readonly string[] = callKinds;
  const unknown = Object.keys(options.mix ?? {}).find((kind) => !known.includes(kind));
  if (unknown !== undefined) throw new RangeError(`There is no kind of call ${unknown}`);
  return new Observable((subscriber) => {
    const { calls = Infinity, concurrent = Infinity } = options;
    const { mix = defaultMix, seed = 1, talkMs = defaultTalkMs } = options;
    const random = new Random(seed);
    const destinations = destinationsOf(pbx);
    const kinds = callKinds
      .filter((kind) => isPossible(kind, destinations))
      .map((kind) => [kind, mix[kind] ?? 0] as const);
    if (kinds.every(([, weight]) => weight === 0)) {
      throw new RangeError('No kind of call in the mix is possible on this exchange');
    }
    const stories = new CallStories(random, destinations, talkMs);
    let next = Subscription.EMPTY;
    let number = 0;
    let running = 0;
    const isOver = (): boolean => number >= calls && running === 0;
    const schedule = (): void => {
      const ms = random.exponential(1000 / callsPerSecond);
      // The one that has begun is let go of: a load may go on for ever.
      next = pbx.scheduler.schedule(beginNext, ms);
    };
    const beginNext = (): void => {
      if (running < concurrent) {
        const kind = random.weighted(kinds);
        const { colleague, ...call } = stories.cast(kind);
        const script = begin(call);
        stories.tell(kind, script, colleague);
        number++;
        running++;
        script.ended$.subscribe({
          complete: () => {
            running--;
            if (isOver()) subscriber.complete();
          },
        });
        subscriber.next({ number, kind, from: call.from, to: call.to });
      }
      if (number < calls && !subscriber.closed) schedule();
    };
    if (calls > 0) schedule();
    else subscriber.complete();
    return () => {
      next.unsubscribe();
    };
  });
}

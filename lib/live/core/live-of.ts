import { combineLatest, distinctUntilChanged, map, Observable } from 'rxjs';
import type { AmiClient } from '../../client/index.js';
import type { LiveState } from './active-model.js';
import { LiveHub } from './live-hub.js';
import { Live } from './live.js';
import type { Kind, Model } from './model.js';

/** How live state is kept. */
export interface LiveOptions {
  /**
   * How often to look for lost events, by comparing with the lists of the exchange; `0` for never.
   * Trackers of one client share their work where this is the same.
   * @defaultValue 60000
   */
  readonly checkMs?: number;
}

const hubs = new WeakMap<AmiClient, Map<number, LiveHub>>();
const lives = new WeakMap<LiveHub, Map<Kind, Live<unknown>>>();

/** The hub of a client, one for each set of options. */
function hubOf(ami: AmiClient, { checkMs = 60_000 }: LiveOptions = {}): LiveHub {
  const ofClient = getOrMake(hubs, ami, () => new Map<number, LiveHub>());
  return getOrMake(ofClient, checkMs, () => new LiveHub(ami, checkMs));
}

/** The entities of a kind, on the exchange of a client; always the same object. */
export function liveOf<V>(ami: AmiClient, kind: Kind<Model<V>>, options?: LiveOptions): Live<V> {
  const hub = hubOf(ami, options);
  const ofHub = getOrMake(lives, hub, () => new Map<Kind, Live<unknown>>());
  return getOrMake(ofHub, kind, () => new Live(hub, kind) as Live<unknown>) as Live<V>;
}

/** Keeps some kinds, which are asked for together, and tells where they stand together. */
export function stateOf(
  ami: AmiClient,
  kinds: readonly Kind[],
  options?: LiveOptions,
): Observable<LiveState> {
  return new Observable((subscriber) => {
    const hub = hubOf(ami, options);
    const actives = kinds.map((kind) => hub.use(kind));
    subscriber.add(() => {
      for (const kind of kinds) hub.leave(kind);
    });
    const states = actives.map(({ state$ }) => state$);
    const subscription = combineLatest(states)
      .pipe(map(together), distinctUntilChanged())
      .subscribe(subscriber);
    hub.begin(kinds);
    return subscription;
  });
}

function together(states: readonly LiveState[]): LiveState {
  if (states.includes('stale')) return 'stale';
  return states.every((state) => state === 'live') ? 'live' : 'syncing';
}

interface Cache<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function getOrMake<K, V>(cache: Cache<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) cache.set(key, (value = make()));
  return value;
}

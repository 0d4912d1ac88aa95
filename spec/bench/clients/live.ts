import type { Observable } from 'rxjs';

/** What the bench uses of a live state. */
export interface Live {
  readonly state$: Observable<string>;
  readonly changes$: Observable<{ readonly type: 'added' | 'updated' | 'removed' }>;
  readonly current: ReadonlyMap<string, unknown>;
}

export type Kind = 'liveBridges' | 'liveCalls' | 'liveChannels' | 'liveQueues';
type Track = (ami: unknown, options: { readonly checkMs: number }) => Live;

const built = new URL('../../../dist/esm/live/index.js', import.meta.url).href;

/** The live state of our package, as built. */
export const live = (await import(built)) as Readonly<Record<Kind, Track>>;

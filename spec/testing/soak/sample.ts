import { getHeapSpaceStatistics } from 'node:v8';

/** What a process holds at a moment. */
export interface Sample {
  /** Since the beginning, in ms. */
  readonly atMs: number;
  /** How many events have come. */
  readonly events: number;
  /** Bytes of heap in use, after a collection. */
  readonly heap: number;
  /** What keeps the process alive, timers apart. */
  readonly handles: number;
  readonly timers: number;
  /** Clients of the exchange. */
  readonly sessions: number;
  readonly channels: number;
}

/**
 * Bytes of heap in use when what is not needed has gone, without the code that the engine goes on compiling;
 * wants `--expose-gc`.
 */
export function heapInUse(): number {
  if (globalThis.gc === undefined) throw new Error('Run it with --expose-gc');
  // What a finalizer lets go of, goes with the second.
  globalThis.gc();
  globalThis.gc();
  return getHeapSpaceStatistics()
    .filter(({ space_name: name }) => !name.startsWith('code'))
    .reduce((sum, { space_used_size: size }) => sum + size, 0);
}

/** How many sockets and servers, and how many timers, keep the process alive. */
export function handlesInUse(): { readonly handles: number; readonly timers: number } {
  const names = process.getActiveResourcesInfo();
  return {
    handles: names.filter((name) => name.startsWith('TCP')).length,
    timers: names.filter((name) => name === 'Timeout').length,
  };
}

import type { Pbx } from '../pbx.js';

/** The time in whole seconds since 1970: queues count no others. */
export function secondsNow(pbx: Pbx): number {
  return Math.floor(pbx.now() / 1000);
}

import { NEVER, timer } from 'rxjs';
import type { Pbx } from './pbx.js';
import { first } from './process.js';
import type { Process } from './process.js';

/** Waits some time. */
export function* pause(pbx: Pbx, ms: number): Process {
  yield* first(timer(Math.max(0, ms), pbx.scheduler));
}

/** Waits until it is cut short. */
export function* forever(): Process {
  yield* first(NEVER);
}

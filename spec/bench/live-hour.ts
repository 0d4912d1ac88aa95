import { Child } from './child.js';
import type { Measured } from './interleave.js';
import type { ClientReport } from './protocol.js';

/** The only one of its kind. */
export const HOUR = 'an hour of calls';

const PATIENCE_MS = 60_000;

export interface Hour {
  /** Bytes of heap in use when it began and when it ended. */
  readonly before: number;
  readonly after: number;
  readonly calls: number;
}

/** Lets a client see an hour of calls, in a process of its own. */
export function measureHour(): Measured<Hour> {
  let child: Child<ClientReport, never> | undefined;
  return {
    async measure() {
      child = new Child('clients/live-hour.ts');
      const hour = await child.next('hour', PATIENCE_MS);
      child.kill();
      return hour;
    },
    end() {
      child?.kill();
    },
  };
}

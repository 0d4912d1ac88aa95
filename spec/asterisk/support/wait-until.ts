import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  readonly what: string;
  readonly timeoutMs: number;
  readonly pauseMs?: number;
}

/** Tries until it succeeds; once time is up, the last failure is the reason. */
export async function waitUntil<T>(
  attempt: () => Promise<T>,
  { what, timeoutMs, pauseMs = 25 }: WaitOptions,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if (cause instanceof Hopeless) throw cause;
      if (Date.now() > end) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`Not ${what} within ${String(timeoutMs)} ms: ${reason}`, { cause });
      }
    }
    await sleep(pauseMs);
  }
}

/** Thrown by an attempt after which another one makes no sense. */
export class Hopeless extends Error {}

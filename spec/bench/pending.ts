import type { BenchServer } from './bench-server.js';
import type { Measured } from './interleave.js';
import { MeasuredClient } from './measured-client.js';

/** So many actions pending at all times, and in which order the server answers them. */
export const PENDING = {
  '10, answered in order': { size: 10, order: 'sent' },
  '10,000, answered in order': { size: 10_000, order: 'sent' },
  '10, answered in any order': { size: 10, order: 'any' },
  '10,000, answered in any order': { size: 10_000, order: 'any' },
} as const;

export type Pending = keyof typeof PENDING;

export interface ResponseCost {
  /** From one response of a batch to the next, nothing else in between. */
  readonly microseconds: number;
  /** Processor time of a response and of the action that takes its place. */
  readonly roundTripMicroseconds: number;
}

/** Each measurement is a process of its own: idle, its actions would time out. */
export function measurePending(
  server: BenchServer,
  { size, order }: (typeof PENDING)[Pending],
): Measured<ResponseCost> {
  const env = { BENCH_PENDING: String(size), BENCH_ORDER: order };
  let client: MeasuredClient | undefined;
  return {
    async measure() {
      client = new MeasuredClient(server, 'ours-pending', env);
      const cost = await client.next('answered');
      client.end();
      return cost;
    },
    end() {
      client?.end();
    },
  };
}

import type { BenchServer } from './bench-server.js';
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

export function measurePending(server: BenchServer, pending: Pending): Promise<ResponseCost> {
  const { size, order } = PENDING[pending];
  const env = { BENCH_PENDING: String(size), BENCH_ORDER: order };
  return MeasuredClient.use(server, 'ours-pending', env, (client) => client.answered());
}

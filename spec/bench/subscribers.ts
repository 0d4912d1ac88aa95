import type { BenchServer } from './bench-server.js';
import type { Measured } from './interleave.js';
import { MeasuredClient, warmUp } from './measured-client.js';
import type { PassReport } from './protocol.js';

const HUNDRED = Array.from({ length: 100 }, (_, i) => `BenchName${String(i).padStart(2, '0')}`);
const ONE = HUNDRED.slice(0, 1);
const NOBODYS = ['BenchNobody'];
const PER_ROUND = 100;
const FIRST_ROUNDS = 10;
const EACH = 10;

/** Who subscribes (ten times to each name) and what is streamed. */
export const CROWDS = {
  'its own 10 subscribers, no others': { subscribed: ONE, streamed: ONE },
  '1,000 subscribers to 100 names, events of all the names': {
    subscribed: HUNDRED,
    streamed: HUNDRED,
  },
  '1,000 subscribers to 100 names, events of one of them': { subscribed: HUNDRED, streamed: ONE },
  'no subscribers at all': { subscribed: [], streamed: NOBODYS },
  '1,000 subscribers to 100 names, events of another name': {
    subscribed: HUNDRED,
    streamed: NOBODYS,
  },
} as const satisfies Record<string, { subscribed: readonly string[]; streamed: readonly string[] }>;

export type Crowd = keyof typeof CROWDS;

/** Measures microseconds of the client's processor time an event. */
export function startSubscribers(
  server: BenchServer,
  { subscribed, streamed }: (typeof CROWDS)[Crowd],
): Promise<Measured<number>> {
  const client = new MeasuredClient(server, 'ours-subscribers', {
    BENCH_NAMES: subscribed.join(','),
  });
  const names = Array.from({ length: PER_ROUND }, (_, i) => streamed[i % streamed.length] ?? '');
  const heard = subscribed.some((name) => name === streamed[0]) ? EACH : 0;
  const stream = (rounds: number): Promise<PassReport> =>
    client.pass({ source: 'names', names, rounds });
  return client.orEnd(async () => {
    await client.next('online');
    const size = await warmUp(FIRST_ROUNDS, stream);
    return {
      measure: async () => {
        const { events, cpuMs } = await stream(size);
        const sent = size * PER_ROUND;
        if (events === sent * heard) return (cpuMs * 1000) / sent;
        throw new Error(`${String(events)} of ${String(sent * heard)} deliveries`);
      },
      end: () => {
        client.end();
      },
    };
  });
}

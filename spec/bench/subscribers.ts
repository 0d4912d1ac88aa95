import type { BenchServer } from './bench-server.js';
import { MeasuredClient, warmThenTimed } from './measured-client.js';

const HUNDRED = Array.from({ length: 100 }, (_, i) => `BenchName${String(i).padStart(2, '0')}`);
const ONE = HUNDRED.slice(0, 1);
const NOBODYS = ['BenchNobody'];
const EVENTS_PER_ROUND = 100;
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

/** Microseconds of the client's processor time an event. */
export function measureSubscribers(server: BenchServer, crowd: Crowd): Promise<number> {
  const { subscribed, streamed } = CROWDS[crowd];
  const env = { BENCH_NAMES: subscribed.join(',') };
  const names = Array.from(
    { length: EVENTS_PER_ROUND },
    (_, i) => streamed[i % streamed.length] ?? '',
  );
  const each = subscribed.some((name) => name === streamed[0]) ? EACH : 0;
  return MeasuredClient.use(server, 'ours-subscribers', env, async (client) => {
    await client.online();
    const { report, size } = await warmThenTimed(10, (rounds) =>
      client.pass({ type: 'stream', source: 'names', names, rounds }, 0),
    );
    const sent = size * EVENTS_PER_ROUND;
    if (report.events !== sent * each) {
      throw new Error(`${String(report.events)} deliveries of ${String(sent * each)}`);
    }
    return (report.cpuMs * 1000) / sent;
  });
}

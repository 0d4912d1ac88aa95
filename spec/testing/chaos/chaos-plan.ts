import type { ConnectOptions } from '../../../lib/index.js';
import { Random, randomFaults } from '../../../lib/testing/index.js';
import type { TimedFault, TrafficOptions } from '../../../lib/testing/index.js';

/**
 * How a run ends: when all calls are over, with some that stay up, in the middle of calls that go on, or
 * by closing the client while actions are in flight.
 */
type Ending = 'over' | 'held' | 'moving' | 'closed';

/** What happens in a run; all of it follows from the seed. */
export interface ChaosPlan {
  readonly seed: number;
  readonly version: '16' | '22';
  readonly client: ConnectOptions;
  readonly checkMs: number;
  readonly traffic: TrafficOptions;
  readonly faults: readonly TimedFault[];
  /** When the client asks for something. */
  readonly actionsAtMs: readonly number[];
  readonly durationMs: number;
  readonly ending: Ending;
  /** Whether the client says good-bye. */
  readonly isPolite: boolean;
}

/**
 * Makes the plan of a seed.
 *
 * @param pace - What times are multiplied by: 1 for virtual time, less on real sockets.
 */
export function chaosPlan(seed: number, pace = 1): ChaosPlan {
  const random = new Random(seed * 7919);
  const ms = (least: number, most: number): number => Math.ceil(random.between(least, most) * pace);
  const durationMs = ms(8000, 18_000);
  // Garbage that spoils what follows loses events, which only checks find while nothing moves.
  const losesEvents = pace === 1 && random.chance(0.2);
  // What moves can only be compared where time stands still.
  const mayMove = pace === 1 && !losesEvents;
  const endings: Ending[] = ['over', 'held', 'closed', ...(mayMove ? ['moving' as const] : [])];
  return {
    seed,
    version: random.pick(['16', '22']),
    client: {
      auth: random.pick(['md5', 'plain']),
      // A busy machine is no dead peer.
      keepAlive: { silenceMs: ms(1000, 4000), deadlineMs: ms(1000, 3000) + (pace < 1 ? 300 : 0) },
      connectTimeoutMs: ms(2000, 5000),
      loginTimeoutMs: ms(2000, 5000),
      actionTimeoutMs: ms(2000, 6000),
      reconnect: {
        initialDelayMs: ms(100, 800),
        maxDelayMs: ms(1000, 3000),
        factor: random.pick([1, 2]),
        stableMs: ms(2000, 6000),
        jitter: 'none',
      },
      limits: {
        maxLineLength: 200_000,
        ...(random.chance(0.3) ? { maxListEntries: 200 } : {}),
      },
    },
    checkMs: Math.ceil(3000 * Math.max(pace, 0.25)),
    traffic: {
      callsPerSecond: random.between(2, 10) / 10 / pace,
      talkMs: ms(1500, 5000),
      concurrent: random.between(2, 5),
      seed: random.below(2 ** 31),
    },
    faults: faultsOf(random, { durationMs, pace, losesEvents }),
    actionsAtMs: Array.from({ length: random.between(6, 18) }, () => random.below(durationMs)).sort(
      (one, other) => one - other,
    ),
    durationMs,
    ending: random.pick(endings),
    isPolite: random.chance(0.4),
  };
}

interface FaultsOptions {
  readonly durationMs: number;
  readonly pace: number;
  readonly losesEvents: boolean;
}

function faultsOf(random: Random, { durationMs, pace, losesEvents }: FaultsOptions): TimedFault[] {
  const plan = randomFaults({
    seed: random.below(2 ** 31),
    count: random.between(2, 7),
    durationMs: Math.ceil(durationMs * 0.8),
  });
  const garbage: TimedFault = {
    atMs: random.below(durationMs),
    fault: {
      kind: 'garbage',
      bytes: random.between(1, 60),
      seed: random.below(999),
      isClosed: false,
    },
  };
  return [...plan.map((one) => paced(one, pace)), ...(losesEvents ? [garbage] : [])];
}

const paces = ['ms', 'downMs', 'forMs', 'withinMs', 'gapMs', 'everyMs', 'entries'];

/** The same fault, faster. */
function paced({ atMs, fault }: TimedFault, pace: number): TimedFault {
  const entries = Object.entries(fault).map(([name, value]: [string, unknown]) => [
    name,
    paces.includes(name) && typeof value === 'number' ? Math.ceil(value * pace) : value,
  ]);
  return { atMs, fault: Object.fromEntries(entries) as typeof fault };
}

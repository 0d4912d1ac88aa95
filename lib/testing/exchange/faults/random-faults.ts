import { Random } from '../random.js';
import type { TimedFault } from './fault-injector.js';
import type { Fault, FaultKind } from './fault.js';

/** What {@link randomFaults} takes. */
export interface RandomFaultsOptions {
  /** The same seed makes the same plan. */
  readonly seed: number;
  /** How many faults. */
  readonly count: number;
  /** Over how many milliseconds they are spread. */
  readonly durationMs: number;
  /**
   * Of which kinds, each as likely as the others.
   * @defaultValue all
   */
  readonly kinds?: readonly FaultKind[];
}

/** One fault of each kind, with parameters by chance. */
const makers: { readonly [K in FaultKind]: (random: Random) => Fault & { readonly kind: K } } = {
  refuse: (random) => ({
    kind: 'refuse',
    connections: random.between(1, 3),
    how: random.pick(['end', 'reset']),
  }),
  'slow-login': (random) => ({ kind: 'slow-login', ms: random.between(100, 15_000) }),
  restart: (random) => ({ kind: 'restart', downMs: random.between(0, 5000) }),
  reset: () => ({ kind: 'reset' }),
  end: () => ({ kind: 'end' }),
  'half-open': () => ({ kind: 'half-open' }),
  stall: (random) => ({ kind: 'stall', ms: random.between(10, 20_000) }),
  'slow-drip': (random) => ({
    kind: 'slow-drip',
    bytes: random.between(1, 50),
    gapMs: random.between(1, 20),
    forMs: random.between(100, 5000),
  }),
  'cut-mid-line': () => ({ kind: 'cut-mid-line' }),
  'duplicate-response': (random) => ({ kind: 'duplicate-response', count: random.between(1, 3) }),
  'missing-response': (random) => ({ kind: 'missing-response', count: random.between(1, 2) }),
  'late-response': (random) => ({
    kind: 'late-response',
    count: random.between(1, 3),
    ms: random.between(1, 10_000),
  }),
  'out-of-order-responses': (random) => ({
    kind: 'out-of-order-responses',
    withinMs: random.between(100, 2000),
  }),
  'unknown-response': (random) => ({
    kind: 'unknown-response',
    actionId: `nobody-${random.below(1000)}`,
  }),
  garbage: (random) => ({
    kind: 'garbage',
    bytes: random.between(1, 2000),
    seed: random.below(2 ** 31),
  }),
  'invalid-utf8': () => ({ kind: 'invalid-utf8' }),
  'endless-line': (random) => ({ kind: 'endless-line', everyMs: random.between(1, 100) }),
  'endless-list': (random) => ({
    kind: 'endless-list',
    entries: random.between(1, 2000),
    everyMs: random.between(0, 20),
  }),
  'list-cancelled': (random) => ({ kind: 'list-cancelled', entries: random.below(4) }),
  'permission-denied': (random) => ({ kind: 'permission-denied', count: random.between(1, 3) }),
};

/**
 * A plan of faults by chance, in the order of their times: the same for the same options, so that a run that has
 * failed can be run again by its seed.
 *
 * Garbage of a plan is always closed by a blank line, so that no event is lost without a trace.
 *
 * @example
 * ```ts
 * import { randomFaults } from 'rxjs-ami/testing';
 *
 * for (const { atMs, fault } of randomFaults({ seed: 7, count: 20, durationMs: 60_000 })) {
 *   console.log(atMs, JSON.stringify(fault));
 * }
 * ```
 */
export function randomFaults({
  seed,
  count,
  durationMs,
  kinds,
}: RandomFaultsOptions): TimedFault[] {
  const random = new Random(seed);
  const chosen = kinds?.map((kind) => makers[kind]) ?? Object.values(makers);
  return Array.from({ length: count }, () => ({
    atMs: random.below(durationMs),
    fault: random.pick(chosen)(random),
  })).sort((a, b) => a.atMs - b.atMs);
}

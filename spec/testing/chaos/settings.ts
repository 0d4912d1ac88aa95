/** Which seeds are run, as the environment says it. */
export interface ChaosSettings {
  readonly seeds: readonly number[];
  readonly isVerbose: boolean;
}

/**
 * Reads `CHAOS_SEED` (that one alone), `CHAOS_RUNS` (how many, from 1 on) and `CHAOS_VERBOSE`.
 *
 * @param runs - How many there are where nothing else is said.
 */
export function chaosSettings(runs: number): ChaosSettings {
  const { CHAOS_SEED, CHAOS_RUNS, CHAOS_VERBOSE } = process.env;
  const count = Number(CHAOS_RUNS ?? runs);
  return {
    seeds:
      CHAOS_SEED === undefined
        ? Array.from({ length: count }, (_, i) => i + 1)
        : [Number(CHAOS_SEED)],
    isVerbose: CHAOS_VERBOSE === '1',
  };
}

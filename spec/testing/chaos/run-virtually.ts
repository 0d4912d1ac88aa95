import { Exchange, VirtualClock } from '../../../lib/testing/index.js';
import { chaosPlan } from './chaos-plan.js';
import { ChaosRun } from './chaos-run.js';
import { failureText } from './failure-text.js';
import { office } from './office.js';

/** Runs a seed in virtual time; returns what has gone wrong. */
function runVirtually(seed: number, verbose?: (text: string) => void): string[] {
  const clock = new VirtualClock();
  const plan = chaosPlan(seed);
  verbose?.(JSON.stringify(plan));
  const exchange = new Exchange({ ...office, scheduler: clock, version: plan.version });
  const run = new ChaosRun(plan, {
    exchange,
    scheduler: clock,
    connect: (options) => exchange.connect(options),
    hopMs: 0,
    log: (text) => verbose?.(`${clock.now()} ${text}`),
  });
  for (const ms of run.perform()) clock.advance(ms);
  void exchange.close();
  clock.advance();
  const left = clock.pending;
  return left === 0 ? run.problems : [...run.problems, `${left} timers are left`];
}

/** Runs seeds in virtual time; returns what to say of those that have failed. */
export function runAllVirtually(
  seeds: readonly number[],
  verbose?: (text: string) => void,
): string[] {
  return seeds.flatMap((seed) => {
    const problems = problemsOf(seed, verbose);
    return problems.length === 0 ? [] : [failureText('virtual', seed, problems)];
  });
}

function problemsOf(seed: number, verbose?: (text: string) => void): string[] {
  try {
    return runVirtually(seed, verbose);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { asyncScheduler } from 'rxjs';
import { connect } from '../../../lib/index.js';
import { createExchange } from '../../../lib/testing/index.js';
import { chaosPlan } from './chaos-plan.js';
import { ChaosRun } from './chaos-run.js';
import { failureText } from './failure-text.js';
import { office } from './office.js';

/** How fast everything goes there. */
const pace = 0.1;

/** Runs a seed on a socket of the loopback interface; returns what has gone wrong. */
async function runOnSockets(seed: number, verbose?: (text: string) => void): Promise<string[]> {
  const plan = chaosPlan(seed, pace);
  verbose?.(JSON.stringify(plan));
  const exchange = await createExchange({ ...office, version: plan.version });
  const { url } = exchange;
  const startedAt = performance.now();
  const run = new ChaosRun(plan, {
    exchange,
    scheduler: asyncScheduler,
    connect: (options) => connect(url, options),
    hopMs: 10,
    log: (text) => verbose?.(`${Math.round(performance.now() - startedAt)} ${text}`),
  });
  for (const ms of run.perform()) await sleep(ms);
  await exchange.close();
  return run.problems;
}

/** How many runs go on at the same time: they mostly wait. */
const width = 40;

/** Runs seeds on sockets; returns what to say of those that have failed. */
export async function runAllOnSockets(
  seeds: readonly number[],
  verbose?: (text: string) => void,
): Promise<string[]> {
  const left = [...seeds];
  const failures: string[] = [];
  const work = async (): Promise<void> => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
      const problems = await runOnSockets(seed, verbose).catch((error: unknown) => [String(error)]);
      if (problems.length > 0) failures.push(failureText('sockets', seed, problems));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return failures;
}

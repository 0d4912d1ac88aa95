import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BenchServer } from './bench-server.js';
import { judge } from './bounds.js';
import { CONTENDERS } from './contenders.js';
import { toDocument } from './document.js';
import { installPeers } from './peers.js';
import { measurePending, PENDING, type Pending } from './pending.js';
import { Results } from './results.js';
import { CROWDS, measureSubscribers, type Crowd } from './subscribers.js';
import { measureThroughput } from './throughput.js';

const BUDGET_MS = 220_000;
const FEWEST_ROUNDS = 3;

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
/** Files of `clients/`, `pending`, `subscribers`; all of them if undefined. */
const only = options.only?.split(',');
const wanted = (name: string): boolean => only?.includes(name) ?? true;

const built = existsSync(new URL('../../dist/esm/index.js', import.meta.url));
if (!built && only === undefined) throw new Error('not built: npm run build comes first');

const env = { BENCH_PEERS: installPeers() };
const results = new Results();
const startedAt = performance.now();
const server = await BenchServer.start();
let rounds = 0;
while (rounds < Number(options.rounds) && hasTimeFor(rounds)) {
  await measureRound(rounds);
  rounds++;
  process.stderr.write(`round ${String(rounds)} after ${(elapsed() / 1000).toFixed(0)} s\n`);
}
server.stop();

const verdicts = judge(results);
const page = await toDocument(results, verdicts, rounds);
process.stdout.write(page);
if (only === undefined) {
  await writeFile(new URL('../../docs/benchmarks.md', import.meta.url), page);
  process.exitCode = verdicts.every(({ kept }) => kept) ? 0 : 1;
} else {
  const broken = verdicts.some(({ kept, ratio }) => !kept && !Number.isNaN(ratio));
  process.exitCode = broken ? 1 : 0;
}

async function measureRound(round: number): Promise<void> {
  for (const { file } of CONTENDERS.filter(({ file }) => wanted(file))) {
    for (const writing of ['asterisk', 'bulk'] as const) {
      await results.throughput[writing].add(round, file, () =>
        measureThroughput(server, file, writing, env),
      );
    }
  }
  for (const pending of (wanted('pending') ? Object.keys(PENDING) : []) as Pending[]) {
    await results.pending.add(round, pending, () => measurePending(server, pending));
  }
  for (const crowd of (wanted('subscribers') ? Object.keys(CROWDS) : []) as Crowd[]) {
    await results.subscribers.add(round, crowd, () => measureSubscribers(server, crowd));
  }
}

function elapsed(): number {
  return performance.now() - startedAt;
}

/** A round takes about as long as those before it. */
function hasTimeFor(done: number): boolean {
  return done < FEWEST_ROUNDS || (elapsed() / done) * (done + 1) < BUDGET_MS;
}

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BenchServer } from './bench-server.js';
import { judge } from './bounds.js';
import { CONTENDERS, type Contender } from './contenders.js';
import { toDocument } from './document.js';
import { interleave, type Start } from './interleave.js';
import { BUILDS, measureImport } from './imports.js';
import type { Build } from './imports.js';
import { HOUR, measureHour } from './live-hour.js';
import { SIZES, startSize } from './live-size.js';
import { installPeers } from './peers.js';
import { measurePending, PENDING } from './pending.js';
import { Results } from './results.js';
import { CROWDS, startSubscribers } from './subscribers.js';
import { startThroughput, type Throughput } from './throughput.js';

const BUDGET_MS = 220_000;
const FEWEST_GENERATIONS = 2;
const ROUNDS = { all: 5, leaders: 8 };
const PENDING_ROUNDS = 2;
const IMPORT_ROUNDS = 7;

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, generations: { type: 'string', default: '3' } },
});
const OTHERS = ['imports', 'pending', 'subscribers', 'live-size', 'live-hour'];
/** Files of `clients/`, or others; all of them if undefined. */
const only = options.only?.split(',');
const known = [...CONTENDERS.map(({ file }) => file), ...OTHERS];
const unknown = only?.filter((name) => !known.includes(name)) ?? [];
if (unknown.length > 0)
  throw new Error(`--only knows ${known.join(', ')}; not ${unknown.join(', ')}`);
const wanted = (name: string): boolean => only?.includes(name) ?? true;

const built = existsSync(new URL('../../dist/esm/index.js', import.meta.url));
if (!built && only === undefined) throw new Error('not built: npm run build comes first');

const env = { BENCH_PEERS: installPeers() };
const results = new Results();
await measureLive();
const startedAt = performance.now();
const server = await BenchServer.start();
let generations = 0;
while (generations < Number(options.generations) && hasTime()) {
  await measureGeneration();
  generations++;
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stderr.write(
    `${String(generations)} of ${options.generations} after ${String(seconds)} s\n`,
  );
}
server.stop();

const verdicts = judge(results);
const page = await toDocument(results, verdicts);
process.stdout.write(page);
if (only === undefined) await writeFile(new URL('../../docs/benchmarks.md', import.meta.url), page);
const counting = verdicts.filter(({ ratio }) => only === undefined || !Number.isNaN(ratio));
process.exitCode = counting.every(({ kept }) => kept) ? 0 : 1;

/** Fresh processes of everything, each measured in several rounds. */
async function measureGeneration(): Promise<void> {
  const clients = (generations === 0 ? CONTENDERS : leaders()).filter(({ file }) => wanted(file));
  const starts = clients.map(({ file }): [string, Start<Throughput>] => [
    file,
    () => startThroughput(server, file, env),
  ]);
  const rounds = generations === 0 ? ROUNDS.all : ROUNDS.leaders;
  await interleave(results.throughput, rounds, new Map(starts));
  if (wanted('imports')) {
    const starts = Object.keys(BUILDS).map(
      (build) => [build, () => Promise.resolve(measureImport(build as Build))] as const,
    );
    await interleave(results.imports, IMPORT_ROUNDS, new Map(starts));
  }
  if (wanted('pending')) {
    const starts = Object.entries(PENDING).map(
      ([name, pending]) => [name, () => Promise.resolve(measurePending(server, pending))] as const,
    );
    await interleave(results.pending, PENDING_ROUNDS, new Map(starts));
  }
  if (wanted('subscribers')) {
    const starts = Object.entries(CROWDS).map(
      ([name, crowd]) => [name, () => startSubscribers(server, crowd)] as const,
    );
    await interleave(results.subscribers, ROUNDS.all, new Map(starts));
  }
}

/** What is about memory, more than about speed: once is enough. */
async function measureLive(): Promise<void> {
  if (wanted('live-size')) {
    const starts = Object.entries(SIZES).map(
      ([name, size]) => [name, () => startSize(size)] as const,
    );
    await interleave(results.sizes, ROUNDS.all, new Map(starts));
  }
  if (wanted('live-hour')) {
    await interleave(results.hours, 1, new Map([[HOUR, () => Promise.resolve(measureHour())]]));
  }
}

/** Whose ratios decide: the other clients need no more than a first measurement. */
function leaders(): Contender[] {
  const fastest = [results.fastestPeer('asterisk'), results.fastestPeer('bulk')];
  return CONTENDERS.filter(({ kind, file }) => kind !== 'peer' || fastest.includes(file));
}

/** A generation takes about as long as those before it. */
function hasTime(): boolean {
  const elapsed = performance.now() - startedAt;
  const next = (elapsed / Math.max(1, generations)) * (generations + 1);
  return generations < FEWEST_GENERATIONS || next < BUDGET_MS;
}

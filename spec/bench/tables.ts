import type { Verdict } from './bounds.js';
import { CONTENDERS, RAW, type Contender } from './contenders.js';
import { PENDING } from './pending.js';
import type { Writing } from './protocol.js';
import { rate, type Results } from './results.js';
import { CROWDS } from './subscribers.js';

type Row = readonly string[];

export function verdictTable(verdicts: readonly Verdict[]): string {
  return table(
    ['promise', 'bound', 'measured', ''],
    verdicts.map(({ promise, bound, ratio, kept }) => {
      const outcome = Number.isNaN(ratio) ? 'not measured' : kept ? 'kept' : '**broken**';
      return [promise, bound, decimal(ratio, 2), outcome];
    }),
  );
}

export function throughputTable(results: Results, writing: Writing): string {
  return table(
    ['client', 'events/s', 'of raw', 'of the fastest other', 'CPU µs/event', 'remarks'],
    CONTENDERS.map((contender) => throughputRow(results, writing, contender)),
  );
}

function throughputRow(results: Results, writing: Writing, { file, title, kind }: Contender): Row {
  const series = results.throughput[writing];
  const failure = series.failure(file);
  if (!series.has(file)) return [title, '', '', '', '', failure ?? 'not measured'];
  const fastest = results.fastestPeer(writing);
  return [
    title,
    Math.round(series.median(file, rate)).toLocaleString('en'),
    decimal(series.ratio(file, RAW.file, rate), 2),
    fastest === undefined || kind === 'raw' ? '' : decimal(series.ratio(file, fastest, rate), 2),
    decimal(
      series.median(file, (sample) => sample.cpuMicroseconds),
      2,
    ),
    [failure, ...remarks(results, writing, file)].filter((text) => text !== undefined).join('; '),
  ];
}

function remarks(results: Results, writing: Writing, file: string): string[] {
  if (file === RAW.file) return [];
  const series = results.throughput[writing];
  const lost = series.median(file, (sample) => sample.lost);
  const mangled = series.values(file).some((sample) => sample.mangled);
  return [
    ...(lost === 0 ? [] : [`hands out ${decimal(lost, 0)} event of a block too few`]),
    ...(mangled ? ['changes names or values'] : []),
  ];
}

export function pendingTable({ pending }: Results): string {
  return table(
    ['pending actions', 'µs/response', 'CPU µs/action and response', 'remarks'],
    Object.keys(PENDING).map((name) => [
      name,
      decimal(
        pending.median(name, (cost) => cost.microseconds),
        2,
      ),
      decimal(
        pending.median(name, (cost) => cost.roundTripMicroseconds),
        1,
      ),
      pending.failure(name) ?? '',
    ]),
  );
}

export function subscribersTable({ subscribers }: Results): string {
  return table(
    ['subscribers', 'CPU µs/event', 'remarks'],
    Object.keys(CROWDS).map((crowd) => [
      crowd,
      decimal(
        subscribers.median(crowd, (cost) => cost),
        2,
      ),
      subscribers.failure(crowd) ?? '',
    ]),
  );
}

function decimal(value: number, digits: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(digits);
}

function table(head: Row, rows: readonly Row[]): string {
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

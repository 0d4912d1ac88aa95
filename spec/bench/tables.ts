import type { Verdict } from './bounds.js';
import { CONTENDERS, RAW, type Contender } from './contenders.js';
import { BUILDS } from './imports.js';
import { HOUR } from './live-hour.js';
import { SIZES } from './live-size.js';
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
  const { throughput } = results;
  const speed = rate(writing);
  const fastest = results.fastestPeer(writing);
  const cpu = throughput.median(file, (sample) => sample[writing].cpuMicroseconds);
  return [
    title,
    whole(throughput.median(file, speed)),
    decimal(throughput.ratio(file, RAW.file, speed), 2),
    fastest === undefined || kind === 'raw'
      ? ''
      : decimal(throughput.ratio(file, fastest, speed), 2),
    decimal(cpu, 2),
    remarks(throughput, writing, file).join('; '),
  ];
}

function remarks(throughput: Results['throughput'], writing: Writing, file: string): string[] {
  const passes = throughput.values(file).map((sample) => sample[writing]);
  const failure = throughput.failure(file);
  const lost = file === RAW.file ? 0 : Math.max(0, ...passes.map((pass) => pass.lost));
  return [
    ...(failure === undefined ? [] : [failure]),
    ...(passes.length === 0 && failure === undefined ? ['not measured'] : []),
    ...(lost > 0 ? [`never hands out ${decimal(lost, 0)} event of every recorded call`] : []),
    ...(file !== RAW.file && passes.some(({ mangled }) => mangled) ? ['changes fields'] : []),
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

export function importsTable({ imports }: Results): string {
  return table(
    ['build', 'ms', 'remarks'],
    Object.entries(BUILDS).map(([name, { title }]) => [
      title,
      decimal(
        imports.median(name, (ms) => ms),
        1,
      ),
      imports.failure(name) ?? '',
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

export function sizesTable({ sizes }: Results): string {
  return table(
    ['live state, channels', 'bytes/channel', 'CPU µs/change', 'remarks'],
    Object.keys(SIZES).map((name) => [
      name,
      whole(sizes.median(name, ({ bytes }) => bytes)),
      decimal(
        sizes.median(name, ({ microseconds }) => microseconds),
        2,
      ),
      sizes.failure(name) ?? '',
    ]),
  );
}

export function hourTable({ hours }: Results): string {
  return table(
    ['calls', 'MB in use before', 'MB in use after', 'remarks'],
    [
      [
        whole(hours.median(HOUR, ({ calls }) => calls)),
        decimal(hours.median(HOUR, ({ before }) => before) / 1e6, 2),
        decimal(hours.median(HOUR, ({ after }) => after) / 1e6, 2),
        hours.failure(HOUR) ?? '',
      ],
    ],
  );
}

function whole(value: number): string {
  return Number.isNaN(value) ? '' : Math.round(value).toLocaleString('en');
}

function decimal(value: number, digits: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(digits);
}

function table(head: Row, rows: readonly Row[]): string {
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

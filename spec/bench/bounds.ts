import { EVENTS_TYPED, FIELDS_READ, LIVE_KEPT, OBJECTS_READ, RAW } from './contenders.js';
import { HOUR } from './live-hour.js';
import type { Size } from './live-size.js';
import type { Pending, ResponseCost } from './pending.js';
import { rate, type Results } from './results.js';
import type { Crowd } from './subscribers.js';

/** What is promised, and what came out of it. */
export interface Verdict {
  readonly promise: string;
  readonly bound: string;
  /** NaN where something could not be measured. */
  readonly ratio: number;
  readonly kept: boolean;
}

const EVENT_COST = 1.5;

export function judge(results: Results): Verdict[] {
  return [
    atLeast(0.5, 'name and three fields, against the raw socket (one write an event)', () =>
      results.throughput.ratio(FIELDS_READ.file, RAW.file, rate('asterisk')),
    ),
    atLeast(2, 'name and three fields, against the fastest other client (bulk)', () =>
      againstFastest(results, FIELDS_READ.file),
    ),
    atLeast(1.2, '`toObject()`, against the fastest other client (bulk)', () =>
      againstFastest(results, OBJECTS_READ.file),
    ),
    atMost(6, 'validating every event, against name and three fields (bulk)', () =>
      results.throughput.ratio(FIELDS_READ.file, EVENTS_TYPED.file, rate('bulk')),
    ),
    atLeast(
      0.4,
      'live channels, calls, bridges and queues, against name and three fields (bulk)',
      () => results.throughput.ratio(LIVE_KEPT.file, FIELDS_READ.file, rate('bulk')),
    ),
    atMost(20, 'milliseconds to import the library, besides rxjs and zod', () =>
      results.imports.median('esm', (ms) => ms),
    ),
    ...pendingBounds(results),
    ...crowdBounds(results),
    ...liveBounds(results),
    exactly('passes in which ours lost or changed an event', () => faults(results)),
  ];
}

function againstFastest(results: Results, file: string): number {
  const fastest = results.fastestPeer('bulk');
  return fastest === undefined ? NaN : results.throughput.ratio(file, fastest, rate('bulk'));
}

function pendingBounds({ pending }: Results): Verdict[] {
  const many: Pending = '10,000, answered in order';
  const few: Pending = '10, answered in order';
  const ratio = (cost: (of: ResponseCost) => number) => (): number =>
    pending.ratio(many, few, cost);
  return [
    atMost(
      1.5,
      'cost of a response, 10,000 pending against 10',
      ratio(({ microseconds }) => microseconds),
    ),
    atMost(
      1.5,
      'cost of an action and its response, 10,000 pending against 10',
      ratio(({ roundTripMicroseconds }) => roundTripMicroseconds),
    ),
  ];
}

function crowdBounds(results: Results): Verdict[] {
  const all: Crowd = '1,000 subscribers to 100 names, events of all the names';
  const one: Crowd = '1,000 subscribers to 100 names, events of one of them';
  const own: Crowd = 'its own 10 subscribers, no others';
  const other: Crowd = '1,000 subscribers to 100 names, events of another name';
  const none: Crowd = 'no subscribers at all';
  const ratio = (crowd: Crowd, base: Crowd) => (): number =>
    results.subscribers.ratio(crowd, base, (cost) => cost);
  return [
    atMost(
      EVENT_COST,
      'cost of an event: all of 100 names with 10 each, against 1',
      ratio(all, own),
    ),
    atMost(
      EVENT_COST,
      'cost of an event: one of 100 names with 10 each, against 1',
      ratio(one, own),
    ),
    atMost(
      EVENT_COST,
      "cost of nobody's event: 1,000 subscribers, against none",
      ratio(other, none),
    ),
  ];
}

function liveBounds({ sizes, hours }: Results): Verdict[] {
  const few: Size = 'channels alone: 500';
  const many: Size = 'channels alone: 50,000';
  return [
    atMost(3000, 'bytes of heap for each of 50,000 live channels', () =>
      sizes.median(many, ({ bytes }) => bytes),
    ),
    atMost(EVENT_COST, 'cost of a change, 50,000 live channels against 500', () =>
      sizes.ratio(many, few, ({ microseconds }) => microseconds),
    ),
    atMost(1.05, 'heap in use after an hour of calls, against before', () =>
      hours.median(HOUR, ({ before, after }) => after / before),
    ),
  ];
}

function faults({ throughput }: Results): number {
  const passes = [FIELDS_READ, OBJECTS_READ, EVENTS_TYPED, LIVE_KEPT]
    .flatMap(({ file }) => throughput.values(file))
    .flatMap(({ asterisk, bulk }) => [asterisk, bulk]);
  if (passes.length === 0) return NaN;
  return passes.filter(({ lost, mangled }) => lost !== 0 || mangled).length;
}

function atLeast(bound: number, promise: string, measured: () => number): Verdict {
  const ratio = measured();
  return { promise, bound: `≥ ${String(bound)}`, ratio, kept: ratio >= bound };
}

function atMost(bound: number, promise: string, measured: () => number): Verdict {
  const ratio = measured();
  return { promise, bound: `≤ ${String(bound)}`, ratio, kept: ratio <= bound };
}

function exactly(promise: string, measured: () => number): Verdict {
  const ratio = measured();
  return { promise, bound: '0', ratio, kept: ratio === 0 };
}

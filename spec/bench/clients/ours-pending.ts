import { BATCH } from '../protocol.js';
import { median } from '../series.js';
import { dial, library } from './ours.js';
import { fail, report } from './pass.js';

const WARM_UP = 1000;
const TIMED = 2000;

/** So many actions are always pending: each batch of responses is followed by new actions. */
const size = Number(process.env['BENCH_PENDING']);
const fields = { Size: String(size), Order: process.env['BENCH_ORDER'] ?? '' };
const client = await dial();
/** Of each batch, what a response took after the first. */
const milliseconds: number[] = [];
let batches = 0;
let responses = 0;
let firstAt = 0;
let cpu = process.cpuUsage();

function ask(count: number): void {
  for (let i = 0; i < count; i++) {
    const action = library.createAction('BenchHold', fields);
    client.request(action).subscribe({ next: answered, error: fail });
  }
}

function answered(): void {
  responses++;
  if (responses === 1) firstAt = performance.now();
  if (responses < BATCH) return;
  milliseconds.push((performance.now() - firstAt) / (BATCH - 1));
  responses = 0;
  setImmediate(nextBatch);
}

function nextBatch(): void {
  batches++;
  if (batches === WARM_UP) start();
  if (batches === WARM_UP + TIMED) done();
  else ask(BATCH);
}

function start(): void {
  const { pending } = client;
  if (pending !== size - BATCH) fail(`${String(pending)} pending`);
  milliseconds.length = 0;
  cpu = process.cpuUsage();
}

function done(): void {
  const { user, system } = process.cpuUsage(cpu);
  report({
    type: 'answered',
    microseconds: median(milliseconds) * 1000,
    roundTripMicroseconds: (user + system) / (TIMED * BATCH),
  });
}

process.on('disconnect', () => process.exit());
ask(size);

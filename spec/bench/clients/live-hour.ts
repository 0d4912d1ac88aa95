import { VirtualClock } from '../../../lib/testing/index.js';
import { CallStamps } from '../call-stamps.js';
import { loadRecording } from '../recording.js';
import { heapInUse, LocalClient } from './local.js';
import { fail, report } from './pass.js';

const STEP_MS = 500;
const WARM_UP_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const CALLS = HOUR_MS / STEP_MS;
/** Of channels, bridges, calls and queues, for each call; there are some more. */
const FEWEST_CHANGES = 90;

/** A call begins with every step, and each call that is up gets its next event. */
const { messages } = loadRecording();
const step = Buffer.concat(messages);
let end = 0;
const stamps = messages.map(({ length }) => new CallStamps(step.subarray(end, (end += length))));
const clock = new VirtualClock();
const client = new LocalClient(clock);
const changes = await client.keep(['liveChannels', 'liveBridges', 'liveCalls', 'liveQueues']);
let steps = 0;

async function live(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    steps++;
    // The first event is that of the latest call, the second that of the one before it.
    for (const [i, stamp] of stamps.entries()) stamp.stamp(steps + stamps.length - i);
    await client.read(step);
    clock.advance(STEP_MS);
  }
}

await live(WARM_UP_MS);
const before = await heapInUse();
const changesBefore = changes();
await live(HOUR_MS);
const after = await heapInUse();
const perCall = (changes() - changesBefore) / CALLS;
if (perCall < FEWEST_CHANGES) fail(`only ${String(perCall)} changes a call`);
report({ type: 'hour', before, after, calls: CALLS });

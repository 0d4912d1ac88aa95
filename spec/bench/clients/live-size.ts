import { CallStamps } from '../call-stamps.js';
import { CHANNELS_A_CALL, type ChangeCommand } from '../protocol.js';
import { channelsOf, loadRecording, untilUp } from '../recording.js';
import type { Kind } from './live.js';
import { heapInUse, LocalClient } from './local.js';
import { fail, report } from './pass.js';

const CHANGES = 50_000;
const CHUNK = 64 * 1024;

/** Recorded calls, all of them up at once; then all channels of some of them change. */
const kinds = (process.env['BENCH_KINDS'] ?? '').split(',') as Kind[];
const calls = Number(process.env['BENCH_CALLS']);
const block = untilUp(loadRecording());
const client = new LocalClient();
const changes = await client.keep(kinds);

async function fill(): Promise<void> {
  const before = await heapInUse();
  const stamps = new CallStamps(block);
  for (let i = 0; i < calls; i++) {
    stamps.stamp(i);
    await client.read(block);
  }
  const bytes = ((await heapInUse()) - before) / (calls * CHANNELS_A_CALL);
  report({ type: 'filled', bytes });
}

/** In the first calls, every channel gets a caller of this name. */
function rename(count: number, name: string): Buffer[] {
  const events = channelsOf(block).map(
    (channel) =>
      `Event: NewCallerid\r\nPrivilege: call,all\r\n${channel}\r\n` +
      'CID-CallingPres: 0 (Presentation Allowed, Not Screened)\r\n\r\n',
  );
  if (events.length !== CHANNELS_A_CALL) fail(`${String(events.length)} channels in a call`);
  const renamed = events.join('').replaceAll(/(?<=^CallerIDName: ).*(?=\r$)/gm, name);
  const copies = Array.from({ length: count }, (_, i) => {
    const bytes = Buffer.from(renamed, 'latin1');
    new CallStamps(bytes).stamp(i);
    return bytes;
  });
  const all = Buffer.concat(copies);
  const chunks = Math.ceil(all.length / CHUNK);
  return Array.from({ length: chunks }, (_, i) => all.subarray(i * CHUNK, (i + 1) * CHUNK));
}

async function change(count: number): Promise<void> {
  const [one, other] = [rename(count, 'Alice'), rename(count, 'Bob')];
  const rounds = CHANGES / (2 * count * CHANNELS_A_CALL);
  const changesBefore = changes();
  const cpu = process.cpuUsage();
  for (let i = 0; i < rounds; i++) await client.read(...one, ...other);
  const { user, system } = process.cpuUsage(cpu);
  const missing = CHANGES - (changes() - changesBefore);
  if (missing > 0) fail(`${String(missing)} events changed nothing`);
  report({ type: 'changed', microseconds: (user + system) / CHANGES });
}

process.on('message', ({ calls: count }: ChangeCommand) => {
  change(count).catch(fail);
});
process.on('disconnect', () => process.exit());
await fill();

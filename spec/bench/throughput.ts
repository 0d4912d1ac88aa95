import type { BenchServer } from './bench-server.js';
import type { Measured } from './interleave.js';
import { MeasuredClient, warmUp } from './measured-client.js';
import { MARKER_MESSAGE, type PassReport, type Writing } from './protocol.js';
import { loadRecording } from './recording.js';

const recording = loadRecording();
const FIRST_BLOCKS = 4;
const MORE_WARM_UPS = 6;

/** How one client did in one pass. */
interface Pass {
  readonly eventsPerSecond: number;
  readonly cpuMicroseconds: number;
  /** Of the events of one block, how many the client never handed out. */
  readonly lost: number;
  /** All events came, but the names or fields read are not those sent. */
  readonly mangled: boolean;
}

export type Throughput = Record<Writing, Pass>;

/** Starts a client and warms it up. */
export function startThroughput(
  server: BenchServer,
  file: string,
  env: Record<string, string>,
): Promise<Measured<Throughput>> {
  const client = new MeasuredClient(server, file, env);
  const stream = (writing: Writing, blocks: number): Promise<PassReport> =>
    client.pass(
      { source: 'recording', writing, blocks },
      blocks * recording.block.length + MARKER_MESSAGE.length,
    );
  return client.orEnd(async () => {
    await client.next('online');
    const asterisk = await warmUp(FIRST_BLOCKS, (blocks) => stream('asterisk', blocks));
    const bulk = await warmUp(FIRST_BLOCKS, (blocks) => stream('bulk', blocks));
    // What is done once a call takes longer to become warm.
    for (let i = 0; i < MORE_WARM_UPS; i++) await stream('bulk', bulk);
    return {
      measure: async () => ({
        asterisk: toPass(await stream('asterisk', asterisk), asterisk),
        bulk: toPass(await stream('bulk', bulk), bulk),
      }),
      end: () => {
        client.end();
      },
    };
  });
}

function toPass(report: PassReport, blocks: number): Pass {
  // A client that drops some events has worked through all of them.
  const sent = blocks * recording.messages.length;
  const lost = (sent - report.events) / blocks;
  return {
    eventsPerSecond: (sent / report.ms) * 1000,
    cpuMicroseconds: (report.cpuMs * 1000) / sent,
    lost,
    mangled:
      lost === 0 &&
      report.checksum !== undefined &&
      report.checksum !== blocks * recording.checksum,
  };
}

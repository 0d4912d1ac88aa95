import type { BenchServer } from './bench-server.js';
import { MeasuredClient, warmThenTimed } from './measured-client.js';
import { MARKER_MESSAGE, type PassReport, type Writing } from './protocol.js';
import { loadRecording } from './recording.js';

const recording = loadRecording();
const FIRST_BLOCKS = 4;

/** How one client did in one process of its own. */
export interface Throughput {
  readonly eventsPerSecond: number;
  readonly cpuMicroseconds: number;
  /** Of the events of one block, how many the client never handed out. */
  readonly lost: number;
  /** All events came, but the names or fields read are not those sent. */
  readonly mangled: boolean;
}

export function measureThroughput(
  server: BenchServer,
  file: string,
  writing: Writing,
  env: Record<string, string>,
): Promise<Throughput> {
  return MeasuredClient.use(server, file, env, async (client) => {
    await client.online();
    const { report, size } = await warmThenTimed(FIRST_BLOCKS, (blocks) =>
      client.pass(
        { type: 'stream', source: 'recording', writing, blocks },
        blocks * recording.block.length + MARKER_MESSAGE.length,
      ),
    );
    return toThroughput(report, size);
  });
}

function toThroughput(report: PassReport, blocks: number): Throughput {
  // A client that drops some events has worked through all of them.
  const sent = blocks * recording.messages.length;
  const lost = (sent - report.events) / blocks;
  return {
    eventsPerSecond: (sent / report.ms) * 1000,
    cpuMicroseconds: (report.cpuMs * 1000) / sent,
    lost,
    mangled: lost === 0 && report.checksum !== blocks * recording.checksum,
  };
}

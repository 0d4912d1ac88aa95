import type { BenchServer } from './bench-server.js';
import { Child } from './child.js';
import type { ClientReport, PassCommand, PassReport, ServerCommand } from './protocol.js';

const WARM_MS = 150;
const TIMED_MS = 600;

/** A client in a fresh process, so that it shares neither heap nor compiled code with another. */
export class MeasuredClient {
  private constructor(
    private readonly server: BenchServer,
    private readonly child: Child<ClientReport, PassCommand>,
  ) {}

  /** Starts `clients/<file>.ts`, runs the passes and ends it, whatever happens. */
  static async use<Result>(
    server: BenchServer,
    file: string,
    env: Record<string, string>,
    run: (client: MeasuredClient) => Promise<Result>,
  ): Promise<Result> {
    const port = String(server.port);
    const child = new Child<ClientReport, PassCommand>(`clients/${file}.ts`, {
      ...env,
      BENCH_PORT: port,
    });
    try {
      return await run(new MeasuredClient(server, child));
    } finally {
      child.kill();
    }
  }

  online(): Promise<unknown> {
    return this.child.next('online');
  }

  async pass(command: ServerCommand, bytes: number): Promise<PassReport> {
    this.child.send({ type: 'pass', bytes });
    await this.child.next('ready');
    this.server.send(command);
    return this.child.next('done');
  }

  answered(): Promise<Extract<ClientReport, { type: 'answered' }>> {
    return this.child.next('answered');
  }
}

/** Repeats ever longer passes until the client is warm, then one as long as is timed. */
export async function warmThenTimed(
  first: number,
  pass: (size: number) => Promise<PassReport>,
): Promise<{ report: PassReport; size: number }> {
  let size = first;
  let warm = await pass(size);
  while (warm.ms < WARM_MS) warm = await pass((size *= 4));
  size = Math.max(first, Math.round((size * TIMED_MS) / warm.ms));
  return { report: await pass(size), size };
}

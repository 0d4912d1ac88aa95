import type { BenchServer } from './bench-server.js';
import { Child } from './child.js';
import type { ClientReport, PassCommand, PassReport, Streamed } from './protocol.js';

const WARM_MS = 150;
const TIMED_MS = 250;
const GROWTH = 4;

/** A client in a process of its own: it shares neither heap nor compiled code with another. */
export class MeasuredClient {
  private static count = 0;
  private readonly username = `bench${String(MeasuredClient.count++)}`;
  private readonly child: Child<ClientReport, PassCommand>;

  /** @param file - in `clients/`, without its extension */
  constructor(
    private readonly server: BenchServer,
    file: string,
    env: Record<string, string>,
  ) {
    this.child = new Child(`clients/${file}.ts`, {
      ...env,
      BENCH_PORT: String(server.port),
      BENCH_USERNAME: this.username,
    });
  }

  async next<Type extends ClientReport['type']>(
    type: Type,
  ): Promise<Extract<ClientReport, { type: Type }>> {
    return this.child.next(type);
  }

  async pass(streamed: Streamed, bytes = 0): Promise<PassReport> {
    this.child.send({ type: 'pass', bytes });
    await this.child.next('ready');
    this.server.send({ to: this.username, ...streamed });
    return this.child.next('done');
  }

  /** Runs what may fail at the start, and doesn't leave the process behind if it does. */
  async orEnd<Result>(start: () => Promise<Result>): Promise<Result> {
    try {
      return await start();
    } catch (error) {
      this.end();
      throw error;
    }
  }

  end(): void {
    this.child.kill();
  }
}

/** Repeats ever longer passes until the client is warm; returns the size to be timed. */
export async function warmUp(
  first: number,
  pass: (size: number) => Promise<PassReport>,
): Promise<number> {
  let size = first;
  let { ms } = await pass(size);
  while (ms < WARM_MS) {
    size *= GROWTH;
    ({ ms } = await pass(size));
  }
  return Math.max(first, Math.round((size * TIMED_MS) / ms));
}

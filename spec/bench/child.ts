import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PATIENCE_MS = 10_000;

/** A process of the bench, under the same tsx as the runner. */
export class Child<Received extends { type: string }, Sent extends object> {
  private readonly process: ChildProcess;
  private readonly received: Received[] = [];
  private wake: () => void = () => undefined;
  private ended: string | undefined;
  private errors = '';

  /** @param file - relative to this folder */
  constructor(file: string, env: Record<string, string> = {}, args: readonly string[] = []) {
    this.process = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.process.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.process.on('message', (message: Received) => {
      this.received.push(message);
      this.wake();
    });
    this.process.on('close', (code) => {
      this.ended = `ended with ${String(code)} ${lastError(this.errors)}`;
      this.wake();
    });
  }

  send(message: Sent): void {
    this.process.send(message);
  }

  async next<Type extends Received['type']>(
    type: Type,
    patienceMs = PATIENCE_MS,
  ): Promise<Extract<Received, { type: Type }>> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const message = this.received.shift();
      if (message?.type === type) return message as Extract<Received, { type: Type }>;
      if (message?.type === 'failed') throw new Error((message as { reason?: string }).reason);
      if (message !== undefined) continue;
      if (this.ended !== undefined) throw new Error(this.ended);
      await this.nudge(deadline - Date.now(), type);
    }
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  private nudge(ms: number, type: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          reject(new Error(`no '${type}' in time`));
        },
        Math.max(0, ms),
      );
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function lastError(stderr: string): string {
  return stderr.split('\n').find((line) => line.includes('Error')) ?? stderr.slice(0, 200);
}

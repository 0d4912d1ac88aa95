import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import type { AsteriskRoot } from './asterisk-root.js';
import { confined } from './confined.js';
import { Hopeless, waitUntil } from './wait-until.js';

const stopTimeoutMs = 10_000;

// Asterisk closes every possible file descriptor in each child it makes, so there must not be a million.
const script = `ulimit -n 8192
mount -t proc proc "$0/proc" && exec chroot "$0" asterisk "$@"`;

/** One run of Asterisk, from its start to its end. */
export class AsteriskProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(
    child: ChildProcess,
    /** Asterisk itself, under the process that holds its namespaces. */
    readonly pid: number,
  ) {
    this.#child = child;
    this.#ended = hasEnded(child) ? Promise.resolve() : once(child, 'exit');
    const kill = () => {
      this.signal('SIGKILL');
    };
    // Before the folder it writes to is removed.
    process.prependListener('exit', kill);
    void this.#ended.then(() => process.off('exit', kill));
  }

  /** Starts Asterisk in the foreground; what it prints is added to the file. */
  static async start(root: AsteriskRoot, conf: string, printed: string): Promise<AsteriskProcess> {
    const [command, args] = confined(script, [root.folder, '-f', '-C', conf]);
    const output = openSync(printed, 'a');
    const child = spawn(command, args, {
      stdio: ['ignore', output, output],
      // Out of reach of the terminal's own interrupts: those are for this process to act on.
      detached: true,
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', TERM: 'dumb' },
    });
    closeSync(output);
    child.unref();
    await once(child, 'spawn');
    const pid = await waitUntil(() => onlyChildOf(child), {
      what: 'spawned',
      timeoutMs: 10_000,
      pauseMs: 2,
    });
    return new AsteriskProcess(child, pid);
  }

  get running(): boolean {
    return !hasEnded(this.#child);
  }

  /** Asks it to end, and makes it end when it takes too long. */
  async stop(): Promise<void> {
    this.signal('SIGTERM');
    const patience = setTimeout(() => {
      this.signal('SIGKILL');
    }, stopTimeoutMs);
    await this.#end();
    clearTimeout(patience);
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.#end();
  }

  async freeze(): Promise<void> {
    this.signal('SIGSTOP');
    // The signal returns before every thread has come to a halt.
    await waitUntil(() => allHalted(this.pid), { what: 'frozen', timeoutMs: 5_000, pauseMs: 2 });
  }

  signal(signal: NodeJS.Signals): void {
    try {
      if (this.running) process.kill(this.pid, signal);
    } catch {
      // It has ended, and is about to tell.
    }
  }

  async #end(): Promise<void> {
    if (this.running) this.#child.ref();
    await this.#ended;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function onlyChildOf(child: ChildProcess): Promise<number> {
  if (hasEnded(child)) throw new Hopeless('Asterisk ended at once');
  const parent = String(child.pid);
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8');
  const pid = Number.parseInt(children, 10);
  if (Number.isNaN(pid)) throw new Error('The namespaces are not set up yet');
  return pid;
}

async function allHalted(pid: number): Promise<void> {
  const folder = `/proc/${String(pid)}/task`;
  for (const thread of await readdir(folder)) {
    const status = await readFile(`${folder}/${thread}/status`, 'utf8');
    if (!/^State:\s+T/m.test(status)) throw new Error(`Thread ${thread} has not halted yet`);
  }
}

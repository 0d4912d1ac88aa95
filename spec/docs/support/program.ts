import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { root } from './pages.js';

/** How a program has ended. */
export interface Ended {
  /** The exit code; `null` if a signal ended it. */
  readonly code: number | null;
}

/** A program of the documentation, running in a process and a folder of its own. */
export class Program {
  /** What it has printed so far. */
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  readonly #listeners = new Set<() => void>();

  private constructor(
    readonly folder: string,
    readonly child: ChildProcessWithoutNullStreams,
  ) {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
      this.#tell();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      this.#tell();
    });
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => {
        resolve({ code });
        this.#tell();
      });
    });
  }

  /** Bundles the code with the library's sources and starts it. */
  static async start(
    code: string,
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<Program> {
    const folder = await mkdtemp(join(tmpdir(), 'rxjs-ami-docs-'));
    const file = join(folder, 'program.mjs');
    await writeFile(file, await bundle(code));
    const given = { ...process.env, AMI_URL: '', NO_COLOR: '1', ...env };
    return new Program(
      folder,
      spawn(process.execPath, [file, ...args], { cwd: folder, env: given }),
    );
  }

  /** The lines printed so far. */
  get lines(): string[] {
    return this.stdout.split('\n').filter((line) => line !== '');
  }

  /** Resolves when something has been printed, rejects when the program ends without it. */
  printed(what: string | RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found =
          typeof what === 'string' ? this.stdout.includes(what) : what.test(this.stdout);
        if (!found && this.child.exitCode === null) return;
        this.#listeners.delete(look);
        if (found) resolve();
        else reject(new Error(`It ended without ${String(what)}\n${this.stdout}\n${this.stderr}`));
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Ends it, if it has not ended, and leaves nothing behind. */
  async dispose(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    alias: {
      'rxjs-ami': join(root, 'lib/index.ts'),
      'rxjs-ami/events': join(root, 'lib/catalogue/events/index.ts'),
      'rxjs-ami/live': join(root, 'lib/live/index.ts'),
      'rxjs-ami/testing': join(root, 'lib/testing/index.ts'),
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

import { execFile } from 'node:child_process';

export interface RunOptions {
  readonly timeoutMs: number;
  /** What an error calls the command, where it is run by way of others. */
  readonly name?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end and gives what it printed; an error says why, with the end of its output. */
export function run(
  command: string,
  args: readonly string[],
  { timeoutMs, name = command, env }: RunOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      {
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
      },
      (error, stdout, stderr) => {
        if (error === null) {
          resolve(stdout);
          return;
        }
        const how =
          error.killed === true
            ? `took over ${String(timeoutMs)} ms`
            : typeof error.code === 'number'
              ? `ended with code ${String(error.code)}`
              : (error.message.split('\n').at(0) ?? '');
        const output = lastLines(`${stdout}\n${stderr}`, 25);
        reject(new Error(`${name} ${how}\n${output}`));
      },
    );
  });
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

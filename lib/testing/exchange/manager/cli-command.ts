import type { Manager } from './manager.js';

/**
 * A command of the command line: what it prints, without colours, or `undefined` if it is not the
 * one that is asked for. One that throws fails, and prints the message of its error.
 */
export type CliCommand = (line: string, manager: Manager) => readonly string[] | undefined;

/** What a command has printed, and whether it failed. */
export interface CliResult {
  readonly output: readonly string[];
  readonly hasFailed: boolean;
}

/** Runs a line of the command line by the first command that knows it. */
export function runCli(line: string, manager: Manager, commands: readonly CliCommand[]): CliResult {
  try {
    for (const command of commands) {
      const output = command(line, manager);
      if (output !== undefined) return { output, hasFailed: false };
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { output: text.split('\n'), hasFailed: true };
  }
  const topic = line.split(/\s+/).slice(0, 2).join(' ');
  const advice = `(type 'core show help ${topic}' for other possible commands)`;
  return { output: [`No such command '${line}' ${advice}`], hasFailed: true };
}

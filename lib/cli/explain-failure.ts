import {
  ActionError,
  AuthenticationError,
  ConnectError,
  InvalidActionError,
  isAmiError,
} from '../errors/index.js';
import { exitCode } from './exit-code.js';
import { InterruptedError } from './interrupted-error.js';
import { clean, cleanLines } from './text/clean.js';
import { UsageError } from './usage-error.js';

/** How a failure is told, and what the command exits with. */
export interface Failure {
  readonly text: string;
  readonly code: number;
}

/** What an error means for the user; `undefined` for one that is a mistake of this program. */
export function explainFailure(error: unknown): Failure | undefined {
  if (error instanceof UsageError) {
    return { text: `${error.message}\nSee rxjs-ami --help`, code: exitCode.usage };
  }
  if (error instanceof InterruptedError || isSystemError(error)) {
    return { text: clean(error.message), code: exitCode.failed };
  }
  if (error instanceof ActionError && error.response.has('Output')) {
    // A console command that failed says why in what it printed.
    const output = cleanLines(error.response.getAll('Output'));
    return { text: `${error.action}: ${output}`, code: exitCode.failed };
  }
  if (!isAmiError(error)) return undefined;
  return { text: clean(error.message) + adviceFor(error), code: codeOf(error) };
}

/** The library's advice is for programs. */
function adviceFor(error: Error): string {
  const isTrust = error instanceof ConnectError && error.message.includes(' certificate ');
  return isTrust ? ' (for this command: in NODE_EXTRA_CA_CERTS)' : '';
}

function codeOf(error: Error): number {
  if (error instanceof InvalidActionError) return exitCode.usage;
  const isAway = error instanceof ConnectError || error instanceof AuthenticationError;
  return isAway ? exitCode.unreachable : exitCode.failed;
}

/** An error of the operating system, such as a disk that is full. */
function isSystemError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

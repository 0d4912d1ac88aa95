import { sendAction } from './action/send-action.js';
import { showEvents } from './events/show-events.js';
import { exitCode } from './exit-code.js';
import { explainFailure } from './explain-failure.js';
import { helpText } from './help.js';
import type { Io } from './io.js';
import { monitor } from './monitor/monitor.js';
import { parseInvocation } from './parse-invocation.js';
import { recordToFile } from './recording/record-to-file.js';
import { replayFile } from './recording/replay-file.js';

/**
 * The command: runs to its end and resolves to the exit code. Whatever it touches of the world is
 * in `io`. It rejects only for a mistake of its own.
 */
export async function run(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<number> {
  try {
    const invocation = parseInvocation(argv, env);
    switch (invocation.command) {
      case 'help':
        io.stdout.write(helpText(invocation.topic));
        break;
      case 'version':
        io.stdout.write(`${io.version}\n`);
        break;
      case 'monitor':
        await monitor(invocation, env, io);
        break;
      case 'events':
        await showEvents(invocation, env, io);
        break;
      case 'action':
        await sendAction(invocation, env, io);
        break;
      case 'record':
        await recordToFile(invocation, io);
        break;
      case 'replay':
        await replayFile(invocation, env, io);
        break;
    }
    return exitCode.ok;
  } catch (error) {
    const failure = explainFailure(error);
    if (failure === undefined) throw error;
    io.stderr.write(`rxjs-ami: ${failure.text}\n`);
    return failure.code;
  }
}

import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';

const forbidden = [/^module\s+(un)?load\b/i, /^restart\s+gracefully\b/i];

const command: ManagerAction = {
  name: 'Command',
  privilege: ['command'],
  synopsis: 'Execute Asterisk CLI Command.',
  run: (request) => {
    const line = request.get('Command');
    if (line === '') {
      request.fail('No command provided');
    } else if (forbidden.some((pattern) => pattern.test(line.trim()))) {
      request.fail('Command blacklisted');
    } else if (request.manager.options.commandFormat === 'follows') {
      answerRaw(request, line);
    } else answer(request, line);
  },
};

/** The command line. */
export const commandActions: readonly ManagerAction[] = [command];

function answer(request: Request, line: string): void {
  const { output, hasFailed } = request.manager.runCommand(line);
  request.respond(hasFailed ? 'Error' : 'Success', {
    Message: 'Command output follows',
    // Nothing is one line that is empty.
    Output: output.length === 0 ? [''] : output,
  });
}

/** Before Asterisk 14: no blank line before the output, nor a status. */
function answerRaw(request: Request, line: string): void {
  const { output } = request.manager.runCommand(line);
  const id = request.id['ActionID'];
  request.sendText(
    [
      'Response: Follows\r\nPrivilege: Command\r\n',
      id === undefined ? '' : `ActionID: ${id}\r\n`,
      ...output.map((text) => `${text}\n`),
      '--END COMMAND--\r\n\r\n',
    ].join(''),
  );
}

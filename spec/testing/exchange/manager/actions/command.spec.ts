import { parse } from '../../../../support/parse.js';
import { ManagerLab } from '../support/raw-client.js';

const commands = [
  (line: string) => (line === 'sip show peers' ? ['Name  Host', '', 'a: b'] : undefined),
  (line: string) => {
    if (line === 'fail') throw new Error('It went wrong.\nTwice.');
    return undefined;
  },
];

describe('the action Command', () => {
  it('answers with a field for each line', () => {
    const client = new ManagerLab({ commands }).login();

    expect(client.answer({ Action: 'Command', ActionID: '1', Command: 'sip show peers' })).toBe(
      'Response: Success\r\nActionID: 1\r\nMessage: Command output follows\r\n' +
        'Output: Name  Host\r\nOutput: \r\nOutput: a: b\r\n\r\n',
    );
  });

  it('answers with an error where the command fails', () => {
    expect(
      new ManagerLab({ commands }).login().answer({ Action: 'Command', Command: 'fail' }),
    ).toBe(
      'Response: Error\r\nMessage: Command output follows\r\n' +
        'Output: It went wrong.\r\nOutput: Twice.\r\n\r\n',
    );
  });

  it('has one empty line where a command prints nothing', () => {
    expect(new ManagerLab().login().answer({ Action: 'Command', Command: 'manager reload' })).toBe(
      'Response: Success\r\nMessage: Command output follows\r\nOutput: \r\n\r\n',
    );
  });

  it('answers in the raw format of old versions, which the parser reads', () => {
    const client = new ManagerLab({ commands, commandFormat: 'follows' }).login();
    const answer = client.answer({ Action: 'Command', ActionID: '1', Command: 'sip show peers' });

    expect(answer).toBe(
      'Response: Follows\r\nPrivilege: Command\r\nActionID: 1\r\n' +
        'Name  Host\n\na: b\n--END COMMAND--\r\n\r\n',
    );
    expect(parse([Buffer.from(answer)]).messages).toHaveLength(1);
  });

  it.each(['module load app_queue.so', 'module  unload x', 'restart gracefully'])(
    'refuses "%s"',
    (line) => {
      expect(new ManagerLab().login().answer({ Action: 'Command', Command: line })).toBe(
        'Response: Error\r\nMessage: Command blacklisted\r\n\r\n',
      );
    },
  );

  it('shows the database and the version', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    lab.manager.database.put('fam', 'k', 'v');

    expect(client.answer({ Action: 'Command', Command: 'database show fam' })).toMatch(
      /^Output: \/fam\/k +: v +\r\nOutput: 1 results found\.\r$/m,
    );
    expect(client.answer({ Action: 'Command', Command: 'core show version' })).toContain(
      'Output: Asterisk 22.10.1\r\n',
    );
  });
});

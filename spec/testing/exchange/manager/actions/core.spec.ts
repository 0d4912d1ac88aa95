import { commandActions } from '../../../../../lib/testing/exchange/manager/actions/command.js';
import { coreActions } from '../../../../../lib/testing/exchange/manager/actions/core.js';
import { databaseActions } from '../../../../../lib/testing/exchange/manager/actions/database.js';
import { eventActions } from '../../../../../lib/testing/exchange/manager/actions/events.js';
import { loginActions } from '../../../../../lib/testing/exchange/manager/actions/login.js';
import { moduleActions } from '../../../../../lib/testing/exchange/manager/actions/modules.js';
import { userEventActions } from '../../../../../lib/testing/exchange/manager/actions/user-event.js';
import { readTranscript } from '../../../../support/transcripts.js';
import { ManagerLab } from '../support/raw-client.js';

/** The actions that are about the server itself. */
const core = [
  ...commandActions,
  ...coreActions,
  ...databaseActions,
  ...eventActions,
  ...loginActions,
  ...moduleActions,
  ...userEventActions,
];

/** The commands in an answer to ListCommands. */
function commands(text: string): Map<string, string> {
  const lines = text.split('\r\n').filter((line) => line.includes('(Priv: '));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line]));
}

describe('the actions about the server', () => {
  it.each(['16', '22'] as const)('are listed on %s in the words of Asterisk', (version) => {
    const lab = new ManagerLab({}, { version });
    const listed = commands(lab.login().answer({ Action: 'ListCommands' }));
    const recorded = commands(readTranscript(`a${version}-lists-idle`).toString('latin1'));

    const names = core.map(({ name }) => name);

    expect(names).toHaveLength(19);
    expect(names.map((name) => listed.get(name))).toEqual(names.map((name) => recorded.get(name)));
  });

  it('are listed as far as the user may perform them, sorted', () => {
    const accounts = [{ username: 'admin', secret: 's3cret', write: ['user'] } as const];
    const listed = [
      ...commands(new ManagerLab({ accounts }).login().answer({ Action: 'ListCommands' })).keys(),
    ];

    expect(listed).toContain('UserEvent');
    expect(listed).toContain('Ping');
    expect(listed).not.toContain('Command');
    expect(listed).toEqual(
      listed.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)),
    );
  });

  it('tell when Asterisk was started, and when it read its configuration', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    const before = client.answer({ Action: 'CoreStatus' });
    lab.clock.advance(3_600_000);
    client.ask({ Action: 'Reload' });
    const after = client.answer({ Action: 'CoreStatus' });
    const timesOf = (text: string): string[] =>
      [...text.matchAll(/^Core\w+Time: (\S+)\r$/gm)].map(([, time]) => time!);
    const [startup, reload] = timesOf(before);

    expect(reload).toBe(startup);
    expect(timesOf(after)[0]).toBe(startup);
    expect(timesOf(after)[1]).not.toBe(reload);
  });

  it('do not include one that nobody knows, which is answered by its name', () => {
    expect(new ManagerLab().login({ Events: 'off' }).answer({ Action: 'Nope' })).toBe(
      'Response: Error\r\nMessage: Invalid/unknown command: Nope. ' +
        'Use Action: ListCommands to show available commands.\r\n\r\n',
    );
  });
});

describe('the actions about modules', () => {
  it('check whether a module is loaded', () => {
    const client = new ManagerLab().login();

    expect(client.answer({ Action: 'ModuleCheck', Module: 'app_queue' })).toBe(
      'Response: Success\r\nVersion: \r\n\r\n',
    );
    expect(client.answer({ Action: 'ModuleCheck', Module: 'app_nope' })).toBe(
      'Response: Error\r\nMessage: Module not loaded\r\n\r\n',
    );
  });

  it('reload one, or all, and tell of it', () => {
    const client = new ManagerLab().login();
    const answer = (module: string): string =>
      'Response: Success\r\nMessage: Module Reloaded\r\n\r\n' +
      `Event: Reload\r\nPrivilege: system,all\r\nModule: ${module}\r\nStatus: 0\r\n\r\n`;

    expect(client.answer({ Action: 'Reload', Module: 'app_queue' })).toBe(answer('app_queue.so'));
    expect(client.answer({ Action: 'Reload' })).toBe(answer('All'));
  });
});

import { parseInvocation } from '../../lib/cli/parse-invocation.js';
import { UsageError } from '../../lib/cli/usage-error.js';

const url = 'admin:hunter2@pbx';
const env = { AMI_URL: url };

describe('parseInvocation', () => {
  it.each([
    [['--help'], { command: 'help', topic: undefined }],
    [['-h'], { command: 'help', topic: undefined }],
    [['help'], { command: 'help', topic: undefined }],
    [['help', 'events'], { command: 'help', topic: 'events' }],
    [['monitor', '--help'], { command: 'help', topic: 'monitor' }],
    [['--version'], { command: 'version' }],
    [['-V'], { command: 'version' }],
    [['monitor'], { command: 'monitor', url, json: false, durationMs: undefined }],
    [
      ['monitor', '--demo'],
      { command: 'monitor', url: undefined, json: false, durationMs: undefined },
    ],
    [
      ['monitor', '--json', '--duration', '1.5'],
      { command: 'monitor', url, json: true, durationMs: 1500 },
    ],
    [
      ['--json', 'events'],
      { command: 'events', url, json: true, durationMs: undefined, names: [] },
    ],
    [
      ['events', '--name', 'Queue*', '--name', 'Hangup', '--url', 'a:b@c'],
      {
        command: 'events',
        url: 'a:b@c',
        json: false,
        durationMs: undefined,
        names: ['Queue*', 'Hangup'],
      },
    ],
    [['action', 'Ping'], { command: 'action', url, json: false, name: 'Ping', fields: [] }],
    [
      ['action', 'Originate', 'Channel=PJSIP/a', 'Variable=A=1', 'Variable=B=-2', 'Empty='],
      {
        command: 'action',
        url,
        json: false,
        name: 'Originate',
        fields: [
          ['Channel', 'PJSIP/a'],
          ['Variable', 'A=1'],
          ['Variable', 'B=-2'],
          ['Empty', ''],
        ],
      },
    ],
    [
      ['record', 'a.ami', '--duration', '60'],
      { command: 'record', url, file: 'a.ami', durationMs: 60_000 },
    ],
    [
      ['replay', 'a.ami'],
      { command: 'replay', file: 'a.ami', json: false, names: [], speed: 1, port: undefined },
    ],
    [
      ['replay', 'a.ami', '--speed', 'max', '--listen', '5038', '--json', '--name', 'x'],
      { command: 'replay', file: 'a.ami', json: true, names: ['x'], speed: Infinity, port: 5038 },
    ],
  ])('understands %j', (argv, expected) => {
    expect(parseInvocation(argv, env)).toEqual(expected);
  });

  it.each([
    [[], /Which command\?/],
    [['serve'], /no command/],
    [['monitor', '--nonsense'], /no option --nonsense$/],
    [['monitor', '--demo-unless-url'], /no option --demo-unless-url$/],
    [['monitor', '-x'], /no option -x$/],
    [['monitor', '--json=yes'], /--json takes no value/],
    [['monitor', '--url'], /--url needs a value/],
    [['events', '--name', '--json'], /--name needs a value/],
    [['monitor', 'extra'], /options only/],
    [['record'], /Which file\?/],
    [['replay', 'a', 'b'], /replay takes one file/],
    [['replay', 'a', '--speed', '0'], /--speed takes/],
    [['replay', 'a', '--speed', 'fast'], /--speed takes/],
    [['replay', 'a', '--listen', '65536'], /--listen takes/],
    [['replay', 'a', '--url', 'a:b@c'], /--url does not go with replay/],
    [['monitor', '--name', 'x'], /--name does not go with monitor/],
    [['action', 'Ping', '--duration', '3'], /--duration does not go with action/],
    [['action', 'Ping', '--demo'], /--demo does not go with action/],
    [['monitor', '--demo', '--url', 'a:b@c'], /not both/],
    [['action'], /Which action/],
    [['action', 'Ping', 'Field'], /Argument 1 of Ping is not Field=Value/],
    [['action', 'Ping', 'A=1', '=2'], /Argument 2 of Ping is not Field=Value/],
    [['monitor', '--duration', '0'], /--duration/],
    [['monitor', '--duration', '-1'], /--duration/],
    [['monitor', '--duration=-1'], /--duration/],
    [['monitor', '--duration', 'soon'], /--duration/],
    [['monitor', '--duration', '1e3'], /--duration/],
    [['monitor', '--duration', '2147484'], /--duration/],
    [['monitor', '--url', 'http://a:b@c'], /scheme/],
    [['monitor', '--url', 'pbx.example.com'], /no user and secret/],
    [['monitor', '--url', 'admin@pbx'], /no user and secret/],
  ])('refuses %j', (argv, text) => {
    expect(() => parseInvocation(argv, env)).toThrow(UsageError);
    expect(() => parseInvocation(argv, env)).toThrow(text);
  });

  it('asks for a server where there is none', () => {
    expect(() => parseInvocation(['monitor'], {})).toThrow(/Which server\?/);
    expect(() => parseInvocation(['events'], { AMI_URL: '' })).toThrow(/Which server\?/);
  });

  it.each([
    [['monitor', 'admin:hunter2@pbx']],
    [['admin:hunter2@pbx']],
    [['--admin:hunter2@pbx']],
    [['monitor', '--url', 'admin:hunter2@pbx/x']],
    [['monitor', '--url', 'ftp://admin:hunter2@pbx']],
    [['monitor', '--url', 'admin:hunter2@']],
    [['monitor', '--url', 'admin:%hunter2@pbx']],
    [['monitor', '--duration', 'hunter2']],
    [['action', 'Login', 'Secret:hunter2']],
    [['action', 'Login', '=hunter2']],
    [['monitor', '--json=hunter2']],
    [['-hunter2']],
  ])('repeats no value of %j', (argv) => {
    let text = '';
    try {
      parseInvocation(argv, {});
    } catch (error) {
      text = String(error);
    }
    expect(text).not.toContain('hunter2');
  });
});

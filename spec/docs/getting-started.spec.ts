import { asked, Lab, loggedIn, programOf, until } from './support/lab.js';

const page = 'docs/getting-started.md';

describe('the first programs', () => {
  const lab = new Lab();

  it('of the README prints states, channels and dials', async () => {
    const server = await lab.server({
      CoreShowChannels: (request) => {
        const channel = { Channel: 'PJSIP/alice-00000001', Duration: '00:01:12' };
        request.list('Channels', [['CoreShowChannel', channel]], 'CoreShowChannelsComplete');
      },
    });
    const program = await lab.startCode(programOf('README.md'), { AMI_URL: server.url });
    await program.printed('up ');
    server.emit('DialBegin', { CallerIDNum: '4711', DestChannel: 'PJSIP/bob-00000002' }, 'call');
    await program.printed('calls');
    expect(program.lines).toEqual([
      'connecting',
      'authenticating',
      'online',
      'up 72 PJSIP/alice-00000001',
      '4711 calls PJSIP/bob-00000002',
    ]);
  }, 30_000);

  it('of the README say why nothing comes, when the login is refused', async () => {
    const server = await lab.server();
    const program = await lab.startCode(programOf('README.md'), {
      AMI_URL: server.url.replace('secret', 'wrong'),
    });
    expect(await program.ended).toEqual({ code: 0 });
    expect(program.stderr).toContain('The server refused the login: Authentication failed');
  }, 30_000);

  it('of the introduction work with its server', async () => {
    const server = await lab.startCode(programOf(page, 2).replace('port: 5038', 'port: 0'));
    await server.printed(/port \d+/);
    const port = /port (\d+)/.exec(server.stdout)?.[1] ?? '';

    const watch = await lab.startCode(programOf(page, 0), {
      AMI_URL: `tcp://monitor:change-me@127.0.0.1:${port}`,
    });
    await watch.printed(/gone PJSIP\/\S+ (Normal Clearing|User busy)/);
    expect(watch.stdout).toMatch(/^connecting\s+authenticating\s+online\s/);
    expect(watch.lines).toContainEqual(expect.stringMatching(/^up \d+ PJSIP\/carol-00000000$/));
    expect(watch.lines).toContain('that is all so far');
    expect(watch.lines).toContainEqual(expect.stringMatching(/^new PJSIP\/\S+ \d+$/));
    watch.child.kill('SIGINT');
    expect(await watch.ended).toEqual({ code: 0 });

    const call = await lab.startCode(
      programOf(page, 1),
      { AMI_URL: `tcp://dialer:change-me-too@127.0.0.1:${port}` },
      ['PJSIP/carol'],
    );
    expect(await call.ended).toEqual({ code: 0 });
    expect(call.lines).toEqual(['answered on PJSIP/carol-000000ff']);
  }, 30_000);

  it('of the introduction go on after a restart, and end when the login is refused', async () => {
    const server = await lab.server();
    const watch = await lab.startCode(programOf(page, 0), { AMI_URL: server.url });
    const client = await loggedIn(server);
    await until(() => asked(server).length > 0);
    client.destroy();
    await watch.printed(/waiting The connection to .* was lost/);
    await watch.printed(/waiting[^]*online/);
    expect(asked(server)).toEqual(['CoreShowChannels']);

    const refused = await lab.startCode(programOf(page, 0), {
      AMI_URL: server.url.replace('secret', 'wrong'),
    });
    expect(await refused.ended).toEqual({ code: 1 });
    expect(refused.stdout).toContain('closed The server refused the login');
  }, 30_000);
});

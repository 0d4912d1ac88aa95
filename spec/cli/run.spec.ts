import { run } from '../../lib/cli/run.js';
import { createExchange } from '../../lib/testing/index.js';
import { LocalServer } from '../support/local-server.js';
import { fakeIo } from './support/fake-io.js';

describe('run', () => {
  it.each([[['--help']], [['-h']], [['help']], [['monitor', '--help']], [['help', 'action']]])(
    '%j prints help and exits with 0',
    async (argv) => {
      const io = fakeIo();
      expect(await run(argv, {}, io)).toBe(0);
      expect(io.stdout.text).toMatch(/Usage: *\n? *rxjs-ami/);
      expect(io.stderr.text).toBe('');
    },
  );

  it('prints the version', async () => {
    const io = fakeIo();
    expect(await run(['--version'], {}, io)).toBe(0);
    expect(io.stdout.text).toBe('1.2.3\n');
  });

  it('exits with 2 for wrong usage', async () => {
    const io = fakeIo();
    expect(await run(['monitor', '--duration', 'long'], { AMI_URL: 'a:b@c' }, io)).toBe(2);
    expect(io.stderr.text).toMatch(/^rxjs-ami: --duration takes .*\nSee rxjs-ami --help\n$/);
    expect(io.stdout.text).toBe('');
  });

  it('exits with 2 for an action that would inject, before anything is sent', async () => {
    const io = fakeIo();
    const argv = ['action', 'Ping', 'Field=a\r\nSecret: hunter2'];
    expect(await run(argv, { AMI_URL: 'a:b@127.0.0.1:1' }, io)).toBe(2);
    expect(io.stderr.text).toMatch(/line break/);
    expect(io.stderr.text).not.toContain('hunter2');
  });

  describe.each([['monitor'], ['events'], ['action', 'Ping']])('%s', (...command) => {
    it('exits with 3 where nobody listens', async () => {
      const server = await createExchange();
      const url = server.url;
      await server.close();
      const io = fakeIo();
      expect(await run(command, { AMI_URL: url }, io)).toBe(3);
      expect(io.stderr.text).toMatch(
        /^rxjs-ami: Cannot connect to tcp:\/\/127\.0\.0\.1:\d+: .*\n$/,
      );
      expect(io.stdout.text).toBe('');
    });

    it('exits with 3 where the login is refused, and keeps the secret to itself', async () => {
      const server = await createExchange({ users: { admin: 'other' } });
      const io = fakeIo();
      const url = `admin:hunter2@127.0.0.1:${server.port}`;
      expect(await run([...command, '--url', url], {}, io)).toBe(3);
      expect(io.stderr.text).toMatch(/^rxjs-ami: The server refused the login: .*\n$/);
      expect(io.stderr.text).not.toContain('hunter2');
      expect(io.stdout.text).toBe('');
      await server.close();
    });

    it('exits with 3 where something else answers', async () => {
      const server = await LocalServer.plain((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'));
      const io = fakeIo();
      const url = `admin:secret@127.0.0.1:${server.port}`;
      expect(await run(command, { AMI_URL: url }, io)).toBe(3);
      expect(io.stderr.text).toMatch(/is no Asterisk Manager/);
      await server.close();
    });
  });
});

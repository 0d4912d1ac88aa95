import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { AsteriskServer } from './support/asterisk-server.js';
import { managerUsers } from './support/config/manager-users.js';
import type { ManagerUserName } from './support/config/manager-users.js';
import { RawSession } from './support/raw-session.js';
import { controlledTargets } from './support/targets.js';

describe.each(controlledTargets)('$name', ({ version }) => {
  let server: AsteriskServer;
  let sessions: RawSession[] = [];

  beforeAll(async () => {
    server = await AsteriskServer.started(version);
  });

  afterEach(() => {
    for (const session of sessions) session.close();
    sessions = [];
  });

  afterAll(() => server.dispose());

  const opened = (session: RawSession): RawSession => {
    sessions.push(session);
    return session;
  };
  const plain = ({ port } = server) => opened(new RawSession(connect(port, '127.0.0.1')));
  const secure = (servername: string) => {
    const ca = readFileSync(server.caFile);
    return opened(
      new RawSession(connectTls({ port: server.tlsPort, host: 'localhost', servername, ca })),
    );
  };
  const login = (
    session: RawSession,
    user: ManagerUserName,
    secret = managerUsers[user].secret,
  ) => {
    session.send('Action: Login', `Username: ${managerUsers[user].name}`, `Secret: ${secret}`);
  };

  it('is the version asked for', async () => {
    expect(server.exactVersion).toMatch(new RegExp(`^${version}\\.`));
    expect(await server.cli('core show version')).toContain(`Asterisk ${server.exactVersion}`);
    expect(await server.cli('core show calls')).not.toContain('\u001b');
  });

  it('greets', async () => {
    expect(await plain().until(/\r\n/)).toMatch(/^Asterisk Call Manager\/[\d.]+\r\n$/);
  });

  it.each(['admin', 'def', 'filtered', 'single', 'punctuated', 'nonAscii'] as const)(
    'lets %s in, fully booted',
    async (user) => {
      const session = plain();
      login(session, user);
      expect(await session.until(/FullyBooted/)).toContain('Message: Authentication accepted');
    },
  );

  it.each(['callonly', 'nosystem', 'noread'] as const)(
    'lets %s in, without a word about booting',
    async (user) => {
      const session = plain();
      login(session, user);
      session.send('Action: Ping');
      expect(await session.until(/Ping: Pong/)).not.toContain('FullyBooted');
    },
  );

  it('refuses a wrong secret, and whom the access list refuses', async () => {
    const [wrong, listed] = [plain(), plain()];
    login(wrong, 'admin', 'wrong');
    login(listed, 'acl');
    for (const session of [wrong, listed]) {
      expect(await session.untilClosed()).toContain('Message: Authentication failed');
    }
  });

  it('shows a certificate of its authority over TLS', async () => {
    const session = secure('localhost');
    login(session, 'admin');
    expect(await session.until(/FullyBooted/)).toContain('Message: Authentication accepted');
    expect(session.socket).toHaveProperty('authorized', true);
  });

  it('shows a certificate for no other name', async () => {
    const session = secure('wrong.example');
    const error = new Promise((resolve) => session.socket.once('error', resolve));
    expect(await error).toHaveProperty('code', 'ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('has calls, queues, conferences and mailboxes to speak of', async () => {
    expect(await server.cli('queue show support')).toContain('Alice');
    expect(await server.cli('pjsip show endpoints')).toContain('alice');
    expect(await server.cli('voicemail show users')).toContain('Alice A');
    expect(await server.cli('agent show all')).toContain('Agent One');
    expect(await server.cli('core show hints')).toContain('Custom:a&Custom:b');
    expect(await server.cli('parking show default')).toContain('701-720');
    expect(await server.cli('confbridge show profile bridges')).toContain('default_bridge');
    expect(await server.cli('moh show classes')).toContain('Class: default');
  });

  it('starts again after a crash', async () => {
    const session = plain();
    login(session, 'admin');
    await session.until(/FullyBooted/);
    const { pid } = server;
    await server.kill();
    expect(await session.untilClosed()).not.toContain('Event: Shutdown');
    expect(server.pid).toBeUndefined();
    await server.start();
    expect(server.pid).not.toBe(pid);
    expect(await plain().until(/\r\n/)).toContain('Asterisk Call Manager');
  });

  it('says goodbye when stopped, and that it will be back when restarted in place', async () => {
    const stopped = plain();
    login(stopped, 'admin');
    await stopped.until(/FullyBooted/);
    await server.restart();
    expect(await stopped.untilClosed()).toContain('Restart: False');

    const restarted = plain();
    login(restarted, 'admin');
    await restarted.until(/FullyBooted/);
    const { pid } = server;
    await server.restartInPlace();
    expect(await restarted.untilClosed()).toContain('Restart: True');
    expect(server.pid).toBe(pid);
  });

  it('can be talked to while it boots', async () => {
    await server.stop();
    await server.startBooting();
    const session = plain();
    login(session, 'admin');
    const received = await session.until(/Message: Authentication accepted/);
    expect(received).not.toContain('FullyBooted');
    await server.untilBooted();
    await session.until(/FullyBooted/);
  });

  it('says nothing while frozen', async () => {
    const session = plain();
    login(session, 'admin');
    await session.until(/FullyBooted/);
    await server.freeze();
    session.send('Action: Ping');
    const pong = session.until(/Ping: Pong/);
    const pause = new Promise((resolve) => setTimeout(resolve, 500, 'silence'));
    expect(await Promise.race([pong, pause])).toBe('silence');
    server.thaw();
    expect(await pong).toContain('Ping: Pong');
  });

  it('does not mind another one of its version, with a configuration of its own', async () => {
    const other = await AsteriskServer.started(version, {
      files: { 'queues.conf': '[general]\n[other]\n' },
    });
    try {
      expect(other.port).not.toBe(server.port);
      expect(await other.cli('queue show')).not.toContain('support');
      expect(await server.cli('queue show')).toContain('support');
      expect(await plain(other).until(/\r\n/)).toContain('Asterisk Call Manager');
    } finally {
      await other.dispose();
    }
  });

  it('leaves no process, mount or file behind', async () => {
    const gone = await AsteriskServer.started(version);
    const { pid, caFile } = gone;
    expect(existsSync(`/proc/${String(pid)}`)).toBe(true);
    await gone.dispose();
    expect(existsSync(`/proc/${String(pid)}`)).toBe(false);
    expect(existsSync(caFile)).toBe(false);
    expect(readFileSync('/proc/mounts', 'utf8')).not.toMatch(/asterisk/);
  });
});

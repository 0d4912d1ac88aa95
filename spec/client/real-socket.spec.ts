import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { filter, firstValueFrom, forkJoin, lastValueFrom, range, take, toArray } from 'rxjs';
import { connect, openSession } from '../../lib/index.js';
import type { AmiClient, ConnectOptions, Status } from '../../lib/index.js';
import type { ExchangeOptions } from '../../lib/testing/index.js';
import { WatchedExchange } from '../support/watched-exchange.js';

const pem = (name: string): string =>
  readFileSync(path.join(__dirname, '../support/tls', name), 'utf8');

describe('on real sockets', () => {
  const servers: WatchedExchange[] = [];
  const clients: AmiClient[] = [];

  const listen = async (options?: ExchangeOptions): Promise<WatchedExchange> => {
    const server = await WatchedExchange.listen(options);
    servers.push(server);
    return server;
  };
  const open = (url: string, options: ConnectOptions = {}): AmiClient => {
    const ami = connect(url, { reconnect: { initialDelayMs: 1 }, ...options });
    clients.push(ami);
    return ami;
  };
  const until = (ami: AmiClient, state: Status['state']): Promise<Status> =>
    firstValueFrom(ami.status$.pipe(filter((status) => status.state === state)));

  afterEach(async () => {
    clients.splice(0).forEach((ami) => {
      ami.close();
    });
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  it('logs in, answers actions, and ends', async () => {
    const server = await listen();
    const ami = open(server.url);
    const response = await firstValueFrom(ami.request('Ping'));
    expect(response.get('Ping')).toBe('Pong');
    await lastValueFrom(ami.end());
    expect(server.asked).toEqual(['Challenge', 'Login', 'Ping', 'Logoff']);
  });

  it('refuses a wrong secret, once', async () => {
    const server = await listen();
    const ami = open(server.url.replace(':secret@', ':wrong@'));
    const status = await until(ami, 'closed');
    expect(status).toMatchObject({ cause: { name: 'AuthenticationError' } });
    expect(server.clients).toHaveLength(1);
  });

  it('renews a session that was cut in the middle of a line', async () => {
    const server = await listen();
    const ami = open(server.url);
    await until(ami, 'online');
    const causes = firstValueFrom(ami.event('Hangup').pipe(take(2), toArray()));
    const truncated = firstValueFrom(ami.diagnostics$);
    const channel = 'Channel: a\r\nChannelState: 6\r\nUniqueid: 1\r\nLinkedid: 1';
    const hangup = `Event: Hangup\r\n${channel}\r\nCause: 1`;
    server.client.send(`${hangup}6\r\n\r\n${hangup}`);
    server.client.close();
    expect((await truncated).type).toBe('truncated-message');
    await until(ami, 'online');
    server.emit('Hangup', { Cause: 17 }, 'call');
    expect((await causes).map((event) => event.Cause)).toEqual([16, 17]);
  });

  it('finds out that a peer is dead, without FIN or RST', async () => {
    const server = await listen();
    const ami = open(server.url, { keepAlive: { silenceMs: 20, deadlineMs: 20 } });
    await until(ami, 'online');
    server.faults.inject({ kind: 'half-open' });
    const status = await until(ami, 'waiting');
    expect(status).toMatchObject({ cause: { message: expect.stringContaining('Ping') } });
    await until(ami, 'online');
    expect(server.clients).toHaveLength(2);
  });

  it('answers 2,000 actions in flight, each by its own', async () => {
    const server = await listen({
      onAction: (request) => {
        if (request.get('Action') !== 'Getvar') return false;
        request.respond('Success', { Value: request.get('Variable') });
        return true;
      },
    });
    const ami = open(server.url);
    const numbers = await lastValueFrom(range(2000).pipe(toArray()));
    const answers = await firstValueFrom(
      forkJoin(numbers.map((n) => ami.request('Getvar', { Variable: `V${n}` }))),
    );
    expect(answers.map((answer) => answer.get('Value'))).toEqual(numbers.map((n) => `V${n}`));
    expect(ami.pending).toBe(0);
  });

  it('says that nobody listens, and that a peer hangs up', async () => {
    const server = await listen();
    const { url } = server;
    await server.close();
    await expect(lastValueFrom(openSession(url))).rejects.toMatchObject({
      name: 'ConnectError',
      phase: 'dial',
      outcome: 'not-sent',
    });
    const rude = net.createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    const { port } = rude.address() as net.AddressInfo;
    await expect(lastValueFrom(openSession({ host: '127.0.0.1', port }))).rejects.toMatchObject({
      name: 'ConnectError',
    });
    rude.close();
  });

  describe('over TLS', () => {
    const secure = (): Promise<WatchedExchange> =>
      listen({ tls: { cert: pem('cert.pem'), key: pem('key.pem') } });
    const toLocalhost = (server: WatchedExchange): string =>
      server.url.replace('127.0.0.1', 'localhost');

    it('logs in with the plain secret, once the certificate is verified', async () => {
      const server = await secure();
      const ami = open(toLocalhost(server), { tls: { ca: pem('ca.pem') } });
      await until(ami, 'online');
      expect(server.requests[0]?.get('Secret')).toBe('secret');
    });

    it.each<[string, ConnectOptions]>([
      ['an unknown authority', {}],
      ['another name', { tls: { ca: pem('ca.pem'), servername: 'pbx.example.com' } }],
    ])('refuses a certificate of %s, and says so', async (_, options) => {
      const server = await secure();
      const session$ = openSession(toLocalhost(server), options);
      await expect(lastValueFrom(session$)).rejects.toMatchObject({
        name: 'ConnectError',
        phase: 'tls',
        message: expect.stringMatching(/certificate/i),
      });
      expect(server.requests).toEqual([]);
    });

    it('takes any certificate only if told to', async () => {
      const server = await secure();
      const ami = open(server.url, { tls: { rejectUnauthorized: false } });
      await until(ami, 'online');
    });

    it('says that a plain port speaks no TLS', async () => {
      const server = await listen();
      const session$ = openSession(server.url.replace('tcp:', 'tls:'), { connectTimeoutMs: 2000 });
      await expect(lastValueFrom(session$)).rejects.toMatchObject({
        name: 'ConnectError',
        phase: 'tls',
      });
    });
  });

  it('binds to a local address, with Nagle off', async () => {
    const server = await listen();
    const ami = open(server.url, { socket: { localAddress: '127.0.0.2' } });
    await until(ami, 'online');
    expect(server.client.remoteAddress).toMatch(/^127\.0\.0\.2:/);
  });
});

import { once } from 'node:events';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { expectTypeOf } from 'expect-type';
import { dial } from '../../lib/transport/index.js';
import type { Address, SocketOptions, TlsOptions, Transport } from '../../lib/transport/index.js';
import { certificate, LocalServer } from '../support/local-server.js';

const { ca } = certificate;

describe('dial', () => {
  let server: LocalServer | undefined;
  let stream: Duplex | undefined;

  afterEach(async () => {
    jest.restoreAllMocks();
    stream?.destroy();
    await server?.close();
    server = undefined;
  });

  const to = (host: string, isTls: boolean): Address => ({
    host,
    port: server?.port ?? 0,
    tls: isTls,
  });
  const secured = async (address: Address, options: TlsOptions): Promise<tls.TLSSocket> => {
    const socket = dial(address, { family: 4 }, options);
    stream = socket;
    if (!(socket instanceof tls.TLSSocket)) throw new Error('no TLS');
    await once(socket, 'secureConnect');
    return socket;
  };

  it('connects a TCP socket, with Nagle off, that carries bytes both ways', async () => {
    const setNoDelay = jest.spyOn(net.Socket.prototype, 'setNoDelay');
    server = await LocalServer.plain((socket) => socket.pipe(socket));
    stream = dial(to('127.0.0.1', false));
    expect(setNoDelay.mock.contexts).toContain(stream);
    expect(setNoDelay).toHaveBeenCalledWith(true);
    expect(stream).not.toBeInstanceOf(tls.TLSSocket);
    stream.write('é');
    expect(await once(stream, 'data')).toEqual([Buffer.from('é')]);
  });

  it('passes the options of the socket on', async () => {
    server = await LocalServer.plain((socket) => socket.end(String(socket.remoteAddress)));
    stream = dial(to('127.0.0.1', false), { localAddress: '127.0.0.2' });
    expect(await once(stream, 'data')).toEqual([Buffer.from('127.0.0.2')]);
  });

  it('verifies the certificate, by the name of the host', async () => {
    server = await LocalServer.secure();
    const socket = await secured(to('localhost', true), { ca });
    expect(socket.authorized).toBe(true);
  });

  it('tells the server the name of the host, but no address', async () => {
    const names: unknown[] = [];
    server = await LocalServer.secure({}, (socket) => {
      names.push((socket as { servername?: unknown }).servername);
      socket.write('.');
    });
    const hosts: [string, TlsOptions][] = [
      ['localhost', { ca }],
      ['127.0.0.1', { ca, rejectUnauthorized: false }],
      ['127.0.0.1', { ca, servername: 'localhost' }],
    ];
    for (const [host, options] of hosts) {
      const socket = await secured(to(host, true), options);
      await once(socket, 'data');
      socket.destroy();
    }
    expect(names).toEqual(['localhost', false, 'localhost']);
  });

  it.each<[why: string, host: string, options: TlsOptions, code: string]>([
    ['its authority is unknown', 'localhost', {}, 'SELF_SIGNED_CERT_IN_CHAIN'],
    [
      'it is for another name',
      'localhost',
      { ca, servername: 'pbx' },
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    ['it is not for that address', '127.0.0.1', { ca }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('refuses a certificate: %s', async (_, host, options, code) => {
    server = await LocalServer.secure();
    stream = dial(to(host, true), { family: 4 }, options);
    const [error] = (await once(stream, 'error')) as [Error];
    expect(error).toMatchObject({ code });
  });

  it('has types that keep TLS apart from the address', () => {
    expectTypeOf(dial).toExtend<Transport>();
    expectTypeOf<TlsOptions>().not.toHaveProperty('host');
    expectTypeOf<TlsOptions>().toHaveProperty('servername');
    expectTypeOf<SocketOptions>().not.toHaveProperty('port');
    expectTypeOf<ReturnType<Transport>>().toEqualTypeOf<Duplex>();
  });
});

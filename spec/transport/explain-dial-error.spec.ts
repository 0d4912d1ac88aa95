import { once } from 'node:events';
import { ConnectError } from '../../lib/index.js';
import { dial, explainDialError } from '../../lib/transport/index.js';
import type { Address, TlsOptions } from '../../lib/transport/index.js';
import { certificate, LocalServer } from '../support/local-server.js';

const { ca } = certificate;
const pbx: Address = { host: 'pbx', port: 5039, tls: true };
const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe('explainDialError', () => {
  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('tells of a certificate, and what to do about it: %s', (code) => {
    const cause = coded(code, 'not this one');
    const error = explainDialError(cause, pbx);
    expect(error).toBeInstanceOf(ConnectError);
    expect(error).toMatchObject({ phase: 'tls', outcome: 'not-sent', cause });
    expect(error.message).toBe(
      `The certificate of tls://pbx:5039 is not trusted: not this one (${code}); ` +
        'give its authority in tls.ca, or its name in tls.servername',
    );
  });

  it.each<[Error | AggregateError, string]>([
    [coded('ECONNREFUSED', 'connect ECONNREFUSED ::1:5039'), 'connect ECONNREFUSED ::1:5039'],
    // What Node says where every address of a host refused: no text at all.
    [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new Error('of its own kind'), 'of its own kind'],
  ])('tells of a connection: %s', (cause, text) => {
    const error = explainDialError(cause, pbx);
    expect(error).toMatchObject({ phase: 'dial', cause });
    expect(error.message).toBe(`Cannot connect to tls://pbx:5039: ${text}`);
  });

  it('tells of a handshake, in the words of the error where OpenSSL has none', () => {
    const error = explainDialError(coded('EPROTO', 'write EPROTO'), pbx);
    expect(error.message).toBe('tls://pbx:5039 does not speak TLS: write EPROTO');
    const odd = Object.assign(coded('EPROTO', 'write EPROTO'), { reason: 7 });
    expect(explainDialError(odd, pbx).message).toBe(error.message);
  });

  it.each(['refused', undefined, null, { code: 7 }])('takes whatever was thrown (%j)', (thrown) => {
    const error = explainDialError(thrown, pbx);
    expect(error).toMatchObject({ phase: 'dial', cause: thrown });
    expect(error.message).toMatch(/^Cannot connect to tls:\/\/pbx:5039: \S+/);
  });

  describe('of real sockets', () => {
    let server: LocalServer | undefined;

    afterEach(async () => {
      await server?.close();
      server = undefined;
    });

    const explained = async (isTls: boolean, options: TlsOptions = {}): Promise<ConnectError> => {
      const address = { host: '127.0.0.1', port: server?.port ?? 0, tls: isTls };
      const stream = dial(address, {}, { ca, servername: 'localhost', ...options });
      const [error] = (await once(stream, 'error')) as [Error];
      const explanation = explainDialError(error, address);
      expect(explanation.message).toContain(`://127.0.0.1:${address.port}`);
      // One line, without the places in OpenSSL's source.
      expect(explanation.message).not.toMatch(/\n|\.c:/);
      return explanation;
    };

    it('tells that nobody listens', async () => {
      server = await LocalServer.plain(() => undefined);
      await server.close();
      const error = await explained(false);
      server = undefined;
      expect(error).toMatchObject({ phase: 'dial', cause: { code: 'ECONNREFUSED' } });
    });

    it('tells that a port does not speak TLS', async () => {
      server = await LocalServer.plain((socket) =>
        socket.write('Asterisk Call Manager/11.0.0\r\n'),
      );
      const error = await explained(true);
      expect(error.phase).toBe('tls');
      expect(error.message).toMatch(/does not speak TLS: wrong version number$/);
    });

    it('tells that a server refused the handshake', async () => {
      server = await LocalServer.secure({ maxVersion: 'TLSv1.2' });
      const error = await explained(true, { minVersion: 'TLSv1.3' });
      expect(error.phase).toBe('tls');
      expect(error.message).toMatch(/refused the TLS handshake: tlsv1 alert protocol version$/);
    });

    it('tells that a server wants a certificate, and does not blame its own', async () => {
      server = await LocalServer.secure({ requestCert: true, rejectUnauthorized: true });
      const error = await explained(true, { maxVersion: 'TLSv1.2' });
      expect(error.phase).toBe('tls');
      expect(error.message).toMatch(/refused the TLS handshake: .*handshake failure$/);
    });

    it('tells that a server hung up during the handshake', async () => {
      server = await LocalServer.plain((socket) => socket.end());
      const error = await explained(true);
      expect(error.phase).toBe('tls');
      expect(error.message).toMatch(/disconnected before secure TLS connection/);
    });
  });
});

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import tls from 'node:tls';

const pem = (name: string): string => readFileSync(path.join(__dirname, 'tls', name), 'utf8');

/** Of a server for `localhost`, with the authority that vouches for it. */
export const certificate = { ca: pem('ca.pem'), cert: pem('cert.pem'), key: pem('key.pem') };

/** A server on loopback that does with a connection what a spec says, and no more. */
export class LocalServer {
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly server: net.Server,
    readonly port: number,
  ) {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
    });
    server.on('tlsClientError', () => undefined);
  }

  static async plain(serve: (socket: Socket) => void): Promise<LocalServer> {
    return LocalServer.#listening(net.createServer(serve));
  }

  static async secure(
    options: tls.TlsOptions = {},
    serve: (socket: tls.TLSSocket) => void = () => undefined,
  ): Promise<LocalServer> {
    return LocalServer.#listening(tls.createServer({ ...certificate, ...options }, serve));
  }

  static async #listening(server: net.Server): Promise<LocalServer> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LocalServer(server, (server.address() as AddressInfo).port);
  }

  /** Cuts every connection and stops. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

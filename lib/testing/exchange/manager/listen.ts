import net from 'node:net';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import type { Link } from './link.js';
import { SocketLink } from './socket-link.js';

/** Where to listen. */
export interface ListenOptions {
  /**
   * The address of this host to listen on.
   * @defaultValue '127.0.0.1'
   */
  readonly host?: string;
  /**
   * The port; 0 for any that is free.
   * @defaultValue 0
   */
  readonly port?: number;
  /**
   * Key and certificate, to speak TLS.
   * @defaultValue none: plain TCP
   */
  readonly tls?: tls.TlsOptions;
}

/** A port that is listened on. */
export interface Listener {
  readonly port: number;
  /** Stops listening and cuts every connection; resolves when all is closed. */
  close(): Promise<void>;
}

/** Listens for clients, and gives each to `accept`; resolves when it listens. */
export async function listen(
  accept: (link: Link) => void,
  options: ListenOptions = {},
): Promise<Listener> {
  const { host = '127.0.0.1', port = 0 } = options;
  const serve = (socket: Socket): void => {
    accept(new SocketLink(socket));
  };
  const server =
    options.tls === undefined ? net.createServer(serve) : tls.createServer(options.tls, serve);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function portOf(server: net.Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import net from 'node:net';
import type { Duplex } from 'node:stream';
import type tls from 'node:tls';
import type { Address } from './address.js';

/** Node's own options for a TCP socket that make sense here, such as the address to bind to. */
export type SocketOptions = Pick<
  net.TcpSocketConnectOpts,
  'localAddress' | 'localPort' | 'family' | 'hints' | 'lookup' | 'autoSelectFamily'
>;

/** Node's own TLS options; `ca` for an authority of yours, `servername` for another name. */
export type TlsOptions = Omit<tls.ConnectionOptions, 'host' | 'port' | 'socket' | 'path'>;

/**
 * Makes the connection of a session: the seam for proxies, tunnels and tests.
 *
 * It returns a duplex stream of bytes that may still be connecting; it is called once for each
 * session, and the session destroys the stream when it ends. With a transport of your own, TLS is
 * your own as well.
 */
export type Transport = (address: Address) => Duplex;

/** The transport that is used where the user brings none: a TCP or TLS socket of Node. */
export function dial(
  address: Address,
  socketOptions: SocketOptions = {},
  tlsOptions: TlsOptions = {},
): Duplex {
  const { host, port } = address;
  const options = { ...socketOptions, host, port };
  const socket = address.tls
    ? // Loaded where it is needed: it is a good part of what importing the library would take.
      process.getBuiltinModule('node:tls').connect({
        ...options,
        ...(net.isIP(host) === 0 ? { servername: host } : {}),
        ...tlsOptions,
      })
    : net.connect(options);
  // Actions are small and answers awaited: Nagle's algorithm would hold them back.
  socket.setNoDelay(true);
  return socket;
}

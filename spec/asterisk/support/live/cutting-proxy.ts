import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Stands between a client and a server on loopback, and cuts their connections. */
export class CuttingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(private readonly port: number) {
    this.#server = createServer((client) => {
      const upstream = connect(this.port, '127.0.0.1');
      this.#pair(client, upstream);
      this.#pair(upstream, client);
    });
  }

  /** @param port - Of the server. */
  static async to(port: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(port);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** The URL of a server, by way of the proxy. */
  lead(url: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return url.replace(/:\d+$/, `:${String(port)}`);
  }

  /** Resets all connections, in the middle of whatever they carry. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pair(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.pipe(to);
    from.on('error', () => undefined);
    from.once('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}

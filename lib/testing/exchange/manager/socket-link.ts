import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { readChunks } from '../../../transport/index.js';
import type { Link } from './link.js';

/** A connection over a socket of Node. */
export class SocketLink implements Link {
  readonly received$: Observable<Uint8Array>;
  readonly remoteAddress: string;

  constructor(private readonly socket: Socket) {
    const { remoteAddress = '127.0.0.1', remotePort = 0 } = socket;
    const host = remoteAddress.includes(':') ? `[${remoteAddress}]` : remoteAddress;
    this.remoteAddress = `${host}:${remotePort}`;
    this.received$ = readChunks(socket).pipe(
      map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)),
    );
    // It may fail after everybody has stopped listening; that must not end the process.
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
  }

  send(data: Uint8Array | string): void {
    if (this.socket.writable) this.socket.write(data);
  }

  end(): void {
    this.socket.end();
  }

  destroy(): void {
    // Node can't reset what is under TLS.
    if (this.socket instanceof TLSSocket) this.socket.destroy();
    else this.socket.resetAndDestroy();
  }
}

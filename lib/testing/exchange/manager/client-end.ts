import { Duplex } from 'node:stream';

/** What becomes of what the client does. */
export interface ClientPeer {
  write(bytes: Uint8Array): void;
  close(): void;
}

/**
 * The client's end of a connection within the process, for the option `transport`.
 *
 * It is a stream by its type; but its events come when they are due, and not some ticks of Node
 * later, since there are no such ticks in virtual time.
 */
export class ClientEnd extends Duplex {
  constructor(private readonly peer: ClientPeer) {
    super({ autoDestroy: false, emitClose: false });
  }

  /** @internal Bytes have come. */
  receive(bytes: Uint8Array): void {
    if (!this.destroyed) this.emit('data', bytes);
  }

  /** @internal The server has closed. */
  receiveEnd(): void {
    if (this.destroyed) return;
    this.emit('end');
    this.destroy();
  }

  /** @internal The connection was reset. */
  receiveReset(): void {
    if (this.destroyed) return;
    const error = new Error('read ECONNRESET');
    this.emit('error', Object.assign(error, { code: 'ECONNRESET' }));
    this.destroy();
  }

  override _read(): void {
    // Bytes are not asked for: they come.
  }

  override _write(bytes: Uint8Array, _encoding: string, done: () => void): void {
    this.peer.write(bytes);
    done();
  }

  override _final(done: () => void): void {
    this.peer.close();
    done();
  }

  override _destroy(_error: Error | null, done: () => void): void {
    this.peer.close();
    this.emit('close');
    done();
  }
}

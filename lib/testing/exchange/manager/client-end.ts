import { Duplex } from 'node:stream';

/** What becomes of what the client does. */
export interface ClientPeer {
  /** Takes what it writes; text is in the encoding. */
  write(chunk: Uint8Array | string, encoding: BufferEncoding): void;
  close(): void;
}

/**
 * The client's end of a connection within the process, for the option `transport`.
 *
 * It is a stream by its type; but its events come when they are due, and not some ticks of Node
 * later, since there are no such ticks in virtual time. What is written has been taken when `write`
 * returns, what arrives has been heard when `receive` returns.
 */
export class ClientEnd extends Duplex {
  readonly #deliveries: (() => void)[] = [];

  constructor(private readonly peer: ClientPeer) {
    super({ autoDestroy: false, decodeStrings: false, emitClose: false });
  }

  /** @internal Bytes, or text, have come. */
  receive(chunk: Uint8Array | string): void {
    this.#deliver(() => this.emit('data', chunk));
  }

  /** @internal The server has closed. */
  receiveEnd(): void {
    this.#deliver(() => {
      this.emit('end');
      this.destroy();
    });
  }

  /** @internal The connection broke. */
  receiveError(error: unknown): void {
    this.#deliver(() => {
      this.emit('error', error);
      this.destroy();
    });
  }

  override _read(): void {
    // Bytes are not asked for: they come.
  }

  override _write(chunk: Uint8Array | string, encoding: BufferEncoding, done: () => void): void {
    this.peer.write(chunk, encoding);
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

  /** One thing after the other: a socket never delivers within a delivery. */
  #deliver(what: () => void): void {
    this.#deliveries.push(what);
    if (this.#deliveries.length > 1) return;
    for (let next = this.#deliveries[0]; next !== undefined; next = this.#deliveries[0]) {
      if (!this.destroyed) next();
      this.#deliveries.shift();
    }
  }
}

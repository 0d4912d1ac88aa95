import { Duplex } from 'node:stream';
import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';

/**
 * A socket without a network, for the `transport` option. It is synchronous: what is written has been
 * read when `write` returns, what arrives has been heard when `receive` returns. So all the time that
 * passes is that of a scheduler.
 */
export class InProcessSocket extends Duplex {
  /** What the near end writes; completes when it destroys the socket. */
  readonly written$: Observable<string>;
  readonly #written$ = new Subject<string>();
  readonly #deliveries: (() => void)[] = [];

  constructor() {
    super({ decodeStrings: false, autoDestroy: false });
    this.written$ = this.#written$.asObservable();
  }

  /** Lets text arrive. */
  receive(text: string): void {
    this.#deliver(() => this.emit('data', text));
  }

  /** The far end closes. */
  finish(): void {
    this.#deliver(() => this.emit('end'));
  }

  /** The connection breaks. */
  break(error: unknown): void {
    this.#deliver(() => this.emit('error', error));
  }

  override _read(): void {
    // What arrives is not asked for.
  }

  override _write(
    chunk: string | Uint8Array,
    _encoding: BufferEncoding,
    done: (error?: Error) => void,
  ): void {
    this.#written$.next(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#written$.complete();
    done(error);
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

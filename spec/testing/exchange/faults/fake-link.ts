import { Subject } from 'rxjs';
import type { VirtualClock } from '../../../../lib/testing/index.js';
import type { Link } from '../../../../lib/testing/exchange/manager/link.js';

/** The exchange's end of a connection without a client: notes what is done to it, and when. */
export class FakeLink implements Link {
  readonly remoteAddress = '192.0.2.7';
  /** What was sent, `'<end>'` and `'<destroyed>'`, each with its time. */
  readonly log: [atMs: number, what: string][] = [];
  readonly #received$ = new Subject<Uint8Array>();
  readonly received$ = this.#received$.asObservable();

  constructor(private readonly clock: VirtualClock) {}

  /** All bytes that were sent, as text of one character a byte. */
  get sent(): string {
    return this.log
      .map(([, what]) => what)
      .filter((what) => what !== '<end>' && what !== '<destroyed>')
      .join('');
  }

  /** Lets bytes of the client arrive. */
  receive(text: string): void {
    this.#received$.next(Buffer.from(text, 'latin1'));
  }

  /** The client closes. */
  close(): void {
    this.#received$.complete();
  }

  send(data: Uint8Array | string): void {
    const text = typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
    this.log.push([this.clock.now(), text]);
  }

  end(): void {
    this.log.push([this.clock.now(), '<end>']);
  }

  destroy(): void {
    this.log.push([this.clock.now(), '<destroyed>']);
    this.close();
  }
}

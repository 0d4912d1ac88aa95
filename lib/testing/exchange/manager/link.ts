import type { Observable } from 'rxjs';

/** A connection of a client, as the exchange sees it: bytes in, bytes out. */
export interface Link {
  /** What comes from the client; completes when it has closed, errors when the connection broke. */
  readonly received$: Observable<Uint8Array>;
  /** Where the client dialled from. */
  readonly remoteAddress: string;
  /** Sends bytes, in order, as they are. */
  send(data: Uint8Array | string): void;
  /** Closes in an orderly way, after what was sent. */
  end(): void;
  /** Cuts the connection (a reset, where there is a network). */
  destroy(): void;
}

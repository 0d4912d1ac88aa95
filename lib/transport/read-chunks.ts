import type { Readable } from 'node:stream';
import { Observable } from 'rxjs';

/**
 * The chunks of a readable stream as they come. Completes when the stream ends or is closed,
 * errors when it fails; unsubscribing stops listening and leaves the stream, and its later errors, to
 * its owner.
 */
export function readChunks(stream: Readable): Observable<Uint8Array | string> {
  return new Observable((subscriber) => {
    const next = (chunk: Uint8Array | string): void => {
      subscriber.next(chunk);
    };
    const complete = (): void => {
      subscriber.complete();
    };
    const error = (cause: unknown): void => {
      subscriber.error(cause);
    };
    stream.on('error', error).on('end', complete).on('close', complete).on('data', next);
    return () => {
      stream.off('data', next).off('end', complete).off('close', complete).off('error', error);
    };
  });
}

import type { Readable } from 'node:stream';
import type { Observable } from 'rxjs';
import { readChunks } from '../transport/index.js';
import { splitLines } from '../wire/index.js';
import type { LineOptions } from '../wire/index.js';

/**
 * A socket, or any readable stream, as an Observable of raw lines: the ground of everything else.
 *
 * Use it with `parseMessages()` to compose a client of your own; `connect` and `openSession` do the
 * same inside. It emits each line when its end has come, completes when the stream ends or is
 * closed, and errors when the stream fails or a line passes `maxLineLength`. Nothing is read before
 * it is subscribed to; unsubscribing stops listening and leaves the socket open, to its owner,
 * who also has to listen to its later errors.
 *
 * @example
 * ```ts
 * import net from 'node:net';
 * import { fromSocket, parseMessages } from 'rxjs-ami';
 *
 * const socket = net.connect(5038, 'localhost');
 * fromSocket(socket)
 *   .pipe(parseMessages())
 *   .subscribe({ next: (message) => console.log(message), error: console.error });
 * ```
 */
export function fromSocket(socket: Readable, options?: LineOptions): Observable<string> {
  return readChunks(socket).pipe(splitLines(options));
}

import { defer, filter, map } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import { MessageParser } from './message-parser.js';
import type { MessageOptions } from './message-parser.js';
import type { Message } from './message.js';

/**
 * Turns raw lines into messages: {@link AmiEvent}s, {@link Response}s, and plain {@link Message}s
 * for whatever starts with neither. The greeting is no message.
 *
 * It emits a message when its closing empty line has come, completes with the source (a message
 * without its end is dropped: it was cut), and errors with the source or with a `ProtocolError`
 * where a message passes `maxMessageSize`. Unsubscribing unsubscribes the source.
 *
 * @param options - Limits; or a parser, for a single subscription, that can be asked for the
 *   greeting and for what was cut off at the end.
 *
 * @example
 * ```ts
 * import { of } from 'rxjs';
 * import { parseMessages } from 'rxjs-ami';
 *
 * of('Response: Success', 'Ping: Pong', '')
 *   .pipe(parseMessages())
 *   .subscribe((message) => console.log(message.get('Ping'))); // Pong
 * ```
 */
export function parseMessages(
  options?: MessageOptions | MessageParser,
): OperatorFunction<string, Message> {
  return (source) =>
    defer(() => {
      const parser = options instanceof MessageParser ? options : new MessageParser(options);
      return source.pipe(
        map((line) => parser.push(line)),
        filter((message) => message !== undefined),
      );
    });
}

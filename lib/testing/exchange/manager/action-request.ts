import type { Message } from '../../../wire/index.js';
import type { Fields } from '../pbx/fields.js';

/** A connection of a client to an exchange, seen from there. */
export interface ExchangeSession {
  /** Where the client dialled from, as `127.0.0.1:49152`. */
  readonly remoteAddress: string;
  /** Who is logged in; empty before. */
  readonly username: string;
  /** Sends text or bytes as they are. */
  send(data: string | Uint8Array): void;
  /** Closes in an orderly way, after what was sent. */
  close(): void;
  /** Cuts the connection. */
  destroy(): void;
}

/**
 * An action that a client has asked an exchange for, and the means to answer it, now or later. What
 * is sent when the session is over is lost.
 *
 * @example
 * ```ts
 * import { Exchange, VirtualClock } from 'rxjs-ami/testing';
 * import type { ActionRequest } from 'rxjs-ami/testing';
 *
 * const clock = new VirtualClock();
 * const requests: ActionRequest[] = [];
 * const exchange = new Exchange({
 *   scheduler: clock,
 *   onAction: (request) => {
 *     requests.push(request);
 *     if (request.get('Action') !== 'DBGet') return false;
 *     request.respond('Error', { Message: 'Database entry not found' });
 *     return true;
 *   },
 * });
 * const ami = exchange.connect({ auth: 'plain' });
 * ami.request('DBGet', { Family: 'cidname', Key: '5551234' }).subscribe({
 *   error: ({ message }) => console.log(message), // DBGet: Database entry not found
 * });
 * clock.advance(1000);
 * console.log(requests.at(-1)?.get('Key')); // 5551234
 * ```
 */
export interface ActionRequest {
  /** The action as it came. */
  readonly action: Message;
  /** Who asks. */
  readonly session: ExchangeSession;
  /** The first value of a field, empty if it is absent; `Action` is its name. */
  get(name: string): string;
  /** Every value of a field that may repeat. */
  getAll(name: string): string[];
  /**
   * Sends a response, under the ActionID.
   *
   * @param status - Such as `'Success'` or `'Error'`.
   */
  respond(status: string, fields?: Fields): void;
  /**
   * Sends a list: the response that announces it, its entries, the event that ends it and counts
   * them.
   *
   * @param message - Of the response.
   * @param entries - The events, each by its name and its fields.
   * @param complete - The name of the last event.
   * @param extra - Fields of the last event.
   */
  list(
    message: string,
    entries: readonly (readonly [name: string, fields: Fields])[],
    complete: string,
    extra?: Fields,
  ): void;
  /** Sends an event under the ActionID, to this session alone. */
  sendEvent(name: string, fields?: Fields): void;
}

/**
 * Sees each action, a login too, before the exchange does, which has not looked yet whether the
 * client may ask for that.
 *
 * Returns `true` if it has answered, will answer, or nobody shall; else the exchange answers.
 */
export type ActionHandler = (request: ActionRequest) => boolean | undefined;

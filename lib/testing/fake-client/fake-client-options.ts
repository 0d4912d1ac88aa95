import type { Observable } from 'rxjs';
import type { ConnectOptions } from '../../client/index.js';
import type { Message } from '../../wire/index.js';
import type { Answers } from './answer.js';

/** What is refused to a client: the connection, or its login. */
export type Refusal = 'dial' | 'login';

/**
 * What a {@link fakeClient} hears, and how it is answered. Options of `connect` hold as there, but that
 * by default no Pings are sent, and that `reconnect` has no random delays (`jitter: 'none'`).
 */
export interface FakeClientOptions extends Pick<
  ConnectOptions,
  'actionTimeoutMs' | 'keepAlive' | 'reconnect' | 'scheduler'
> {
  /**
   * Answers to actions, by their names.
   * @defaultValue Ping and Logoff are answered, lists are empty, everything else is refused as unknown
   */
  readonly answers?: Answers;
  /**
   * The events that happen, such as a hot Observable of marbles: subscribed to from now until the
   * client is closed, lost where there is no session. Its error breaks the connection, its end
   * changes nothing.
   */
  readonly events$?: Observable<Message | readonly Message[]>;
  /** What is refused from the beginning, as by `refuse`. */
  readonly refuses?: Refusal;
}

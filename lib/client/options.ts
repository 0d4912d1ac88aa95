import type { SchedulerLike } from 'rxjs';
import type { SocketOptions, TlsOptions, Transport } from '../transport/index.js';
import type { ReadLimits, TextEncoding } from '../wire/index.js';
import type { EventFilter } from './event-filter.js';
import type { EventMask } from './event-mask.js';
import type { ReconnectOptions } from './reconnect-policy.js';

/** When a session asks its peer for a sign of life. */
export interface KeepAliveOptions {
  /**
   * After at least this silence, and at most twice as much, a Ping is sent.
   * @defaultValue 15000
   */
  readonly silenceMs?: number;
  /**
   * With nothing at all received this long after the Ping, the connection counts as dead. While a
   * synchronous Originate or a WaitEvent blocks the session, its own time-out is added.
   * @defaultValue 10000
   */
  readonly deadlineMs?: number;
}

/** Bounds on what comes in. */
export interface Limits extends ReadLimits {
  /**
   * How many entries one list may have; a longer one fails with a `ProtocolError`, alone.
   * @defaultValue 1000000
   */
  readonly maxListEntries?: number;
}

/** What a session needs to know. */
export interface SessionOptions {
  /**
   * Host name or IP address.
   * @defaultValue 'localhost'
   */
  readonly host?: string;
  /**
   * Port of the Asterisk Manager.
   * @defaultValue 5038, or 5039 with TLS
   */
  readonly port?: number;
  /**
   * `true` or Node's own TLS options for TLS. Certificates are verified unless
   * `rejectUnauthorized: false` says otherwise.
   * @defaultValue false, unless the URL says `tls://`
   */
  readonly tls?: boolean | TlsOptions;
  /** The manager user. Without it nobody is logged in: send a `Login` action yourself. */
  readonly username?: string;
  /** The user's secret. It is in no error, diagnostic or printed object. */
  readonly secret?: string;
  /**
   * How to log in: `'md5'` answers a challenge, `'plain'` sends the secret. Neither falls back on
   * the other.
   * @defaultValue 'md5', or 'plain' with TLS
   */
  readonly auth?: 'md5' | 'plain';
  /**
   * Which events the server shall send: all, none, or those of some classes.
   * @defaultValue all that the user may read
   */
  readonly events?: EventMask;
  /** Filters that the server applies to events, set anew in every session. */
  readonly filters?: readonly EventFilter[];
  /** When to ask for a sign of life; `false` for never. */
  readonly keepAlive?: KeepAliveOptions | false;
  /**
   * From dialling to the greeting.
   * @defaultValue 10000
   */
  readonly connectTimeoutMs?: number;
  /**
   * From the greeting to the accepted login.
   * @defaultValue 10000
   */
  readonly loginTimeoutMs?: number;
  /**
   * How long after the login `FullyBooted` is waited for, if it may come at all. A client that has
   * seen it once waits longer for it the next time: up to two minutes, for a server that restarts.
   * @defaultValue 3000
   */
  readonly bootTimeoutMs?: number;
  /**
   * How long an action may wait to be sent, and then how long it may hear nothing. Where the
   * action itself takes a time-out (`Originate`, `WaitEvent`), that is added.
   * @defaultValue 30000
   */
  readonly actionTimeoutMs?: number;
  /**
   * How text is read and written.
   * @defaultValue 'utf8'
   */
  readonly encoding?: TextEncoding;
  /** Node's options for the TCP socket, such as `localAddress` to bind to. */
  readonly socket?: SocketOptions;
  /** Makes the connection in place of Node's sockets. */
  readonly transport?: Transport;
  /** Bounds on what comes in. */
  readonly limits?: Limits;
  /**
   * Where time comes from; a `TestScheduler` or `VirtualTimeScheduler` in tests.
   * @defaultValue asyncScheduler
   */
  readonly scheduler?: SchedulerLike;
}

/** What a client needs to know. */
export interface ConnectOptions extends SessionOptions {
  /** When and how to renew the session; `false` for a single one. */
  readonly reconnect?: ReconnectOptions | false;
}

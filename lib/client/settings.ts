import { asyncScheduler } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import { DEFAULT_PORT, DEFAULT_TLS_PORT, dial, parseAmiUrl } from '../transport/index.js';
import type { Address, Transport } from '../transport/index.js';
import { defaultReadLimits } from '../wire/index.js';
import type { TextEncoding } from '../wire/index.js';
import { duration } from './duration.js';
import type { EventFilter } from './event-filter.js';
import { writeEventMask } from './event-mask.js';
import type { EventMask } from './event-mask.js';
import type { KeepAliveOptions, Limits, SessionOptions } from './options.js';

/** The credentials of a manager user. */
export interface Credentials {
  readonly username: string;
  readonly secret: string;
  readonly auth: 'md5' | 'plain';
}

/** Options with every default filled in and every mistake found. */
export interface Settings {
  readonly address: Address;
  readonly transport: Transport;
  readonly credentials: Credentials | undefined;
  readonly events: EventMask | undefined;
  readonly filters: readonly EventFilter[];
  readonly keepAlive: Required<KeepAliveOptions> | false;
  readonly connectTimeoutMs: number;
  readonly loginTimeoutMs: number;
  readonly bootTimeoutMs: number;
  readonly actionTimeoutMs: number;
  readonly encoding: TextEncoding;
  readonly limits: Required<Limits>;
  readonly scheduler: SchedulerLike;
}

/**
 * Reads target and options.
 *
 * @throws TypeError for what can never work; it never repeats the URL or the secret.
 */
export function resolveSettings(
  target: string | SessionOptions,
  given: SessionOptions = {},
): Settings {
  const options: SessionOptions =
    typeof target === 'string'
      ? { ...parseAmiUrl(target), ...withoutUndefined(given) }
      : { ...target, ...withoutUndefined(given) };
  const tls = options.tls ?? false;
  const tlsOptions = typeof tls === 'object' ? tls : {};
  const address = {
    host: options.host ?? 'localhost',
    port: options.port ?? (tls === false ? DEFAULT_PORT : DEFAULT_TLS_PORT),
    tls: tls !== false,
  };
  writeEventMask(options.events);
  return {
    address,
    transport: options.transport ?? ((to) => dial(to, options.socket, tlsOptions)),
    credentials: resolveCredentials(options, address.tls),
    events: options.events,
    filters: options.filters ?? [],
    keepAlive: keepAliveOf(options),
    connectTimeoutMs: duration('connectTimeoutMs', options.connectTimeoutMs, 10_000),
    loginTimeoutMs: duration('loginTimeoutMs', options.loginTimeoutMs, 10_000),
    bootTimeoutMs: duration('bootTimeoutMs', options.bootTimeoutMs, 3_000),
    actionTimeoutMs: duration('actionTimeoutMs', options.actionTimeoutMs, 30_000),
    encoding: oneOf('encoding', options.encoding ?? 'utf8', ['utf8', 'latin1']),
    limits: {
      ...defaultReadLimits,
      maxListEntries: 1_000_000,
      ...withoutUndefined(options.limits ?? {}),
    },
    scheduler: options.scheduler ?? asyncScheduler,
  };
}

function resolveCredentials(options: SessionOptions, tls: boolean): Credentials | undefined {
  const { username, secret, auth = tls ? 'plain' : 'md5' } = options;
  if (username === undefined && secret === undefined) return undefined;
  if (username === undefined || secret === undefined) {
    throw new TypeError(
      `A ${username === undefined ? 'secret without a username' : 'username without a secret'} cannot log in`,
    );
  }
  return { username, secret, auth: oneOf('auth', auth, ['md5', 'plain']) };
}

function keepAliveOf({ keepAlive }: SessionOptions): Settings['keepAlive'] {
  if (keepAlive === false) return false;
  return {
    silenceMs: duration('keepAlive.silenceMs', keepAlive?.silenceMs, 15_000),
    deadlineMs: duration('keepAlive.deadlineMs', keepAlive?.deadlineMs, 10_000),
  };
}

function oneOf<T extends string>(name: string, given: T, allowed: readonly T[]): T {
  if (allowed.includes(given)) return given;
  throw new TypeError(`${name} must be one of ${allowed.join(', ')}`);
}

function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as T;
}

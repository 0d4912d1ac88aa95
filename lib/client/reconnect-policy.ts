import { AuthenticationError } from '../errors/index.js';
import type { AmiError } from '../errors/index.js';
import { duration } from './duration.js';

/** When and how a client renews its session. */
export interface ReconnectOptions {
  /**
   * The ceiling of the first delay.
   * @defaultValue 1000
   */
  readonly initialDelayMs?: number;
  /**
   * The highest ceiling.
   * @defaultValue 30000
   */
  readonly maxDelayMs?: number;
  /**
   * What the ceiling is multiplied by at each failed attempt.
   * @defaultValue 2
   */
  readonly factor?: number;
  /**
   * `'full'`: a random delay between nothing and the ceiling, so that a thousand clients do not
   * come back at once. `'none'`: the ceiling itself.
   * @defaultValue 'full'
   */
  readonly jitter?: 'full' | 'none';
  /**
   * How long a session must have been online for the delays to start over.
   * @defaultValue 60000
   */
  readonly stableMs?: number;
  /**
   * How many attempts may fail in a row before the client gives up.
   * @defaultValue Infinity
   */
  readonly maxAttempts?: number;
  /**
   * Which errors end the client. The default is a refused login: a wrong secret does not become
   * right, and repeated attempts get a host banned. So is a filter that the server refuses.
   */
  readonly isFinal?: (error: AmiError) => boolean;
}

/**
 * The policy that holds where the user says nothing; to build one of your own on.
 *
 * @example
 * ```ts
 * import { connect, defaultReconnect } from 'rxjs-ami';
 *
 * connect('monitor:secret@localhost', {
 *   reconnect: {
 *     isFinal: (error) => defaultReconnect.isFinal(error) || error.code === 'AMI_PROTOCOL',
 *   },
 * });
 * ```
 */
export const defaultReconnect: Required<ReconnectOptions> = {
  initialDelayMs: 1000,
  maxDelayMs: 30_000,
  factor: 2,
  jitter: 'full',
  stableMs: 60_000,
  maxAttempts: Infinity,
  isFinal: (error) => error instanceof AuthenticationError || error.code === 'AMI_ACTION',
};

/**
 * How long to wait before the next attempt. Pure.
 *
 * @param attempt - How many have failed in a row, from 1.
 * @param random - A number from 0 to 1.
 */
export function backoffDelay(
  policy: Required<ReconnectOptions>,
  attempt: number,
  random: number,
): number {
  const ceiling = Math.min(
    policy.maxDelayMs,
    policy.initialDelayMs * policy.factor ** Math.max(0, attempt - 1),
  );
  return Math.round(policy.jitter === 'full' ? ceiling * random : ceiling);
}

/**
 * Fills the defaults in.
 *
 * @throws TypeError for what is no policy.
 */
export function resolvePolicy(
  given: ReconnectOptions | false = {},
): Required<ReconnectOptions> | false {
  if (given === false) return false;
  const { initialDelayMs, maxDelayMs, stableMs } = defaultReconnect;
  const factor = given.factor ?? defaultReconnect.factor;
  if (!(factor >= 1)) throw new TypeError('reconnect.factor must be a number from 1 on');
  return {
    initialDelayMs: duration('reconnect.initialDelayMs', given.initialDelayMs, initialDelayMs),
    maxDelayMs: duration('reconnect.maxDelayMs', given.maxDelayMs, maxDelayMs),
    stableMs: duration('reconnect.stableMs', given.stableMs, stableMs),
    factor,
    jitter: given.jitter ?? defaultReconnect.jitter,
    maxAttempts: given.maxAttempts ?? defaultReconnect.maxAttempts,
    isFinal: given.isFinal ?? defaultReconnect.isFinal,
  };
}

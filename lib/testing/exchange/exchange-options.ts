import type { SchedulerLike } from 'rxjs';
import { asteriskVersions } from './manager/asterisk-versions.js';
import type { Account } from './manager/account.js';
import type { ListenOptions } from './manager/listen.js';
import type { ManagerOptions } from './manager/manager-options.js';
import type { PbxOptions } from './pbx/pbx.js';
import type { PhoneInit } from './pbx/phones.js';

/** What an exchange is like. */
export interface ExchangeOptions
  extends
    ListenOptions,
    Omit<PbxOptions, 'scheduler'>,
    Omit<ManagerOptions, 'accounts' | 'actions' | 'database'> {
  /**
   * The Asterisk that it behaves as: 16.28 or 22.10.
   * @defaultValue '22'
   */
  readonly version?: '16' | '22';
  /**
   * The time that it lives in, such as the `VirtualClock` of a spec.
   * @defaultValue asyncScheduler
   */
  readonly scheduler?: SchedulerLike;
  /**
   * Who may log in: secrets by user name, or accounts with their rights.
   * @defaultValue \{ admin: 'secret' \}
   */
  readonly users?: Readonly<Record<string, string>> | readonly Account[];
  /**
   * Its phones by name, each the endpoint `PJSIP/name`.
   * @defaultValue alice (1001), bob (1002), carol (1003) and dave (1004)
   */
  readonly phones?: Readonly<Record<string, PhoneInit>>;
}

/** How an exchange restarts. */
export interface RestartOptions {
  /**
   * How long it is down, in ms.
   * @defaultValue 0
   */
  readonly downMs?: number;
  /**
   * Whether its `Shutdown` says `Cleanly`.
   * @defaultValue true
   */
  readonly cleanly?: boolean;
}

/** Throws where an option can't be meant. */
export function checkOptions({ version = '22' }: ExchangeOptions): void {
  if (!Object.hasOwn(asteriskVersions, version)) {
    throw new RangeError(`There is no exchange of version ${version}`);
  }
}

/** The accounts that the option `users` stands for. */
export function accountsOf(users: ExchangeOptions['users']): readonly Account[] {
  if (users === undefined) return [{ username: 'admin', secret: 'secret' }];
  if (isAccounts(users)) return users;
  return Object.entries(users).map(([username, secret]) => ({ username, secret }));
}

function isAccounts(users: NonNullable<ExchangeOptions['users']>): users is readonly Account[] {
  return Array.isArray(users);
}

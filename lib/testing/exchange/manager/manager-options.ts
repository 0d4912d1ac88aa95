import type { Account } from './account.js';
import type { ActionHandler } from './action-request.js';
import type { AstDb } from './ast-db.js';
import type { CliCommand } from './cli-command.js';
import type { ManagerAction } from './manager-action.js';

/** How a manager is configured. */
export interface ManagerOptions {
  /**
   * Its users.
   * @defaultValue one, `admin` with the secret `secret`, who may do everything
   */
  readonly accounts?: readonly Account[];
  /**
   * The actions that it knows.
   * @defaultValue all that this library models
   */
  readonly actions?: readonly ManagerAction[];
  /**
   * Answers actions in place of the exchange, those that it does not know too.
   * @defaultValue none
   */
  readonly onAction?: ActionHandler;
  /**
   * Whether Asterisk has started already, so that a login is told at once.
   * @defaultValue true
   */
  readonly isBooted?: boolean;
  /**
   * How long somebody may take to log in, in ms.
   * @defaultValue 30000
   */
  readonly authTimeout?: number;
  /**
   * How many connections may be there that have not logged in.
   * @defaultValue 50
   */
  readonly authLimit?: number;
  /**
   * How `Command` answers: with a field `Output` for each line, as from Asterisk 14 on, or with
   * the bare lines up to `--END COMMAND--`, as before.
   * @defaultValue 'output'
   */
  readonly commandFormat?: 'output' | 'follows';
  /**
   * Commands of the command line, asked before those that every manager knows.
   * @defaultValue none
   */
  readonly commands?: readonly CliCommand[];
  /**
   * Whether events carry a `Timestamp` (`timestampevents`).
   * @defaultValue false
   */
  readonly timestampEvents?: boolean;
  /**
   * What events say in `SystemName` (`systemname`).
   * @defaultValue nothing
   */
  readonly systemName?: string;
  /**
   * What security events and nobody else say of where it listens.
   * @defaultValue '127.0.0.1:5038'
   */
  readonly localAddress?: string;
  /**
   * The database, which outlives a restart.
   * @defaultValue an empty one
   */
  readonly database?: AstDb;
  /**
   * The modules that are loaded, without `.so`.
   * @defaultValue those whose actions and events are modelled
   */
  readonly modules?: readonly string[];
}

import type { ActionError } from './action-error.js';
import type { ActionTimeoutError } from './action-timeout-error.js';
import type { AuthenticationError } from './authentication-error.js';
import type { ClosedError } from './closed-error.js';
import type { ConnectError } from './connect-error.js';
import type { ConnectionLostError } from './connection-lost-error.js';
import type { InvalidActionError } from './invalid-action-error.js';
import type { ListCancelledError } from './list-cancelled-error.js';
import type { ProtocolError } from './protocol-error.js';

/** Every error of this library: switch on `name` or `code` to tell them apart. */
export type AnyAmiError =
  | ActionError
  | ActionTimeoutError
  | AuthenticationError
  | ClosedError
  | ConnectError
  | ConnectionLostError
  | InvalidActionError
  | ListCancelledError
  | ProtocolError;

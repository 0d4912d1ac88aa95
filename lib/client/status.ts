import type { AmiError } from '../errors/index.js';

/**
 * Where a client stands.
 *
 * - `connecting`: dialling, waiting for the greeting.
 * - `authenticating`: logging in, waiting for the server to be fully booted.
 * - `online`: actions are sent and events come.
 * - `waiting`: the session is lost or did not come about; the next attempt is in `delayMs`.
 * - `closed`: for good, by `end()` or `close()`, or by an error that the policy calls final.
 */
export type Status =
  | { readonly state: 'connecting' | 'authenticating'; readonly attempt: number }
  | {
      readonly state: 'online';
      readonly attempt: number;
      /** The protocol version of the server's greeting, such as `'11.0.0'`. */
      readonly version: string;
    }
  | {
      readonly state: 'waiting';
      /** How many attempts have failed since the last stable session, this one included. */
      readonly attempt: number;
      readonly delayMs: number;
      readonly cause: AmiError;
    }
  | {
      readonly state: 'closed';
      /** Absent if the user closed the client. */
      readonly cause?: AmiError;
    };

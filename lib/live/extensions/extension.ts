import type { HintStatus } from './hint-status.js';
import type { Presence } from './presence.js';

/**
 * An extension that has a hint, and what the devices behind it do. Its values do not change; an event
 * makes a new one.
 */
export interface Extension {
  /** The number, such as `901`. */
  readonly extension: string;
  /** The context of the dialplan that it is in. */
  readonly context: string;
  /**
   * What is behind it, as in the dialplan: devices joined by `&`, and perhaps a presentity after a
   * comma. `undefined` while the exchange starts.
   */
  readonly hint: string | undefined;
  /** What the devices do, all together. */
  readonly status: HintStatus;
  /** Whose presence it shows, such as `CustomPresence:alice`. */
  readonly presentity: string | undefined;
  /** What that person says of themselves; `undefined` where nobody is behind the hint, or it is not known. */
  readonly presence: Presence | undefined;
}

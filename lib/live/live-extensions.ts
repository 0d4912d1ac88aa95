import type { AmiClient } from '../client/index.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import { extensionKind } from './extensions/extension-model.js';
import type { Extension } from './extensions/extension.js';

/**
 * The extensions of an exchange that have a hint, by number and context (`901@default`): what the
 * devices behind them do, and the presence of whom they belong to.
 *
 * Read from `ExtensionStateList` and `PresenceStateList`, kept by `ExtensionStatus`, `PresenceStatus`
 * and `PresenceStateChange` (`main/pbx.c`, `main/presencestate.c`). See {@link Live} for when the streams
 * emit, error and complete; unsubscribing from all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveExtensions } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveExtensions(ami).changes$.subscribe(({ key, value }) => {
 *   console.log(key, value?.status ?? 'gone', value?.presence?.message);
 * });
 * ```
 */
export function liveExtensions(ami: AmiClient, options?: LiveOptions): Live<Extension> {
  return liveOf(ami, extensionKind, options);
}
